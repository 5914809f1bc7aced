import { BellRing, Droplets, Footprints, Hand, HeartPulse, MessageCircleHeart, Mic, Phone, Snowflake, Stethoscope } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Listen } from '../../../speech/listen.tsx';
import { Card } from '../../../ui/card.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { MySafetyPlan } from '../measures/my-safety-plan.tsx';
import { WhatHelpsMe } from '../toolbox/what-helps-me.tsx';
import { CallStaff } from './call-staff.tsx';
import { Breathing } from './breathing.tsx';
import './act-now.css';

/** The whole screen read aloud, from what matters most. */
const HEARD = [
  'title', 'lead', 'danger.title', 'danger.bell', 'danger.bellHint', 'people', 'bell.title', 'bell.body', 'listener.title', 'listener.body',
  'samaritans.title', 'samaritans.body', 'healthcare.title', 'healthcare.body', 'tenMinutes', 'tenHint', 'breathe.title', 'breathe.steps', 'breathe.calm',
  'ground.title', 'ground.five', 'ground.four', 'ground.three', 'ground.two', 'ground.one',
  'body.title', 'body.water', 'body.cold', 'body.move', 'body.away', 'body.say', 'notSent',
] as const;

type ActNowScreenProps = {
  readonly onBack: () => void;
  /** Whom a call would speak for: from the sign-in and the lock screen anybody may have pressed, so the cell. */
  readonly speaksFor: 'person' | 'cell';
  /** Where the person writes their own safety plan; only where they are signed in and their plan may be shown. */
  readonly onPlan?: (() => void) | undefined;
  /** Where a technique that helps is done again; shown with the plan. */
  readonly onTechnique?: ((technique: string) => void) | undefined;
};

/**
 * Help for the next ten minutes: people first, then what one can do alone. Works with no network and with nobody
 * signed in. Sends nothing by itself; where the prison's rules say so it offers to call staff (domain.md 2.4).
 */
export function ActNowScreen({ onBack, speaksFor, onPlan, onTechnique }: ActNowScreenProps) {
  const { t } = useTranslation('actnow');
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('back'), onClick: onBack }} actions={<Listen says={HEARD.map((key) => t(key))} />} width="wide" focusTitle>
      <section className="act-now-bell" aria-labelledby="act-now-bell">
        <Icon of={BellRing} size="xl" />
        <div>
          <p>{t('danger.title')}</p>
          <h2 id="act-now-bell">{t('danger.bell')}</h2>
          <p>{t('danger.bellHint')}</p>
        </div>
      </section>
      <CallStaff speaksFor={speaksFor} />
      {onPlan !== undefined && <MySafetyPlan onMake={onPlan} />}
      {/* Their words come a moment later; nothing above waits for them. */}
      {onPlan !== undefined && <Suspense><WhatHelpsMe onOpen={onTechnique} /></Suspense>}
      <Section title={t('people')}>
        <Grid min="md">
          <Card icon={BellRing} title={t('bell.title')} level={3}><p>{t('bell.body')}</p></Card>
          <Card icon={MessageCircleHeart} title={t('listener.title')} level={3}><p>{t('listener.body')}</p></Card>
          <Card icon={Phone} title={t('samaritans.title')} level={3}><p>{t('samaritans.body')}</p></Card>
          <Card icon={Stethoscope} title={t('healthcare.title')} level={3}><p>{t('healthcare.body')}</p></Card>
        </Grid>
      </Section>
      <Section title={t('tenMinutes')} hint={t('tenHint')}>
        <Grid min="lg">
          <Breathing />
          <Grounding />
          <ChangeSomething />
        </Grid>
      </Section>
      <p className="act-now-note">{t('notSent')}</p>
    </Page>
  );
}

function Grounding() {
  const { t } = useTranslation('actnow');
  return (
    <Card icon={Footprints} title={t('ground.title')} level={3}>
      <ol className="act-now-steps">
        <li>{t('ground.five')}</li>
        <li>{t('ground.four')}</li>
        <li>{t('ground.three')}</li>
        <li>{t('ground.two')}</li>
        <li>{t('ground.one')}</li>
      </ol>
    </Card>
  );
}

function ChangeSomething() {
  const { t } = useTranslation('actnow');
  return (
    <Card icon={HeartPulse} title={t('body.title')} level={3}>
      <List label={t('body.title')}>
        <ListRow icon={Droplets} title={t('body.water')} />
        <ListRow icon={Snowflake} title={t('body.cold')} />
        <ListRow icon={Footprints} title={t('body.move')} />
        <ListRow icon={Hand} title={t('body.away')} />
        <ListRow icon={Mic} title={t('body.say')} />
      </List>
    </Card>
  );
}
