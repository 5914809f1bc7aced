import { DoorOpen, MapPin, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { releaseSteps } from '#protocol/selfhelp/plan.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { List } from '../../../ui/list.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { listRecords } from '../queries.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useDiary } from '../use-diary.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { PlanRow } from './plan-row.tsx';
import { plansInUse, plansOf, plansPutAway } from './plan-rules.ts';

/** All plans: if-then, people and places, and the release day. */
export function PlansScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['plans', 'programme', 'app']);
  const plans = useDiary((database) => listRecords(database, 'plan'), []);
  if (plans === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const inUse = plansInUse(plans);
  const away = plansPutAway(plans);
  const places = plansOf(plans, 'people-places')[0]?.body;
  const release = plansOf(plans, 'release-day')[0]?.body;
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('title', { ns: 'programme' }), onClick: back }} actions={<Listen says={[t('title'), t('lead'), t('ifThen.title'), t('ifThen.hint'), t('places.title'), t('places.hint'), t('release.title'), t('release.hint')]} />} width="wide" focusTitle>
      <ChooseNotice kind="plan" go={go} />
      <Section
        title={t('ifThen.title')}
        hint={t('ifThen.hint')}
        actions={<Button kind="primary" icon={Plus} onClick={() => { go({ screen: 'plan' }); }}>{t('ifThen.add')}</Button>}
      >
        {inUse.length === 0 ? <p>{t('ifThen.none')}</p> : (
          <List label={t('ifThen.title')}>
            {inUse.map((plan) => <PlanRow key={plan.recordId} plan={plan} onChange={() => { go({ screen: 'plan', recordId: plan.recordId }); }} />)}
          </List>
        )}
      </Section>
      <Grid min="lg">
        <Card
          icon={MapPin}
          title={t('places.title')}
          hint={t('places.hint')}
          actions={<Button icon={MapPin} onClick={() => { go({ screen: 'places' }); }}>{t('places.open')}</Button>}
        >
          <p>{t('places.count', { avoid: places?.avoid.length ?? 0, seek: places?.seek.length ?? 0 })}</p>
        </Card>
        <Card
          icon={DoorOpen}
          title={t('release.title')}
          hint={t('release.hint')}
          actions={<Button icon={DoorOpen} onClick={() => { go({ screen: 'release' }); }}>{t('release.open')}</Button>}
        >
          <p>{t('release.count', { done: doneIn(release), of: releaseSteps.length + (release?.own.length ?? 0) })}</p>
        </Card>
      </Grid>
      {away.length > 0 && (
        <Section title={t('ifThen.away')} hint={t('ifThen.awayHint')}>
          <List label={t('ifThen.away')}>
            {away.map((plan) => <PlanRow key={plan.recordId} plan={plan} />)}
          </List>
        </Section>
      )}
    </Page>
  );
}

function doneIn(release: { readonly done: readonly string[]; readonly own: readonly { readonly done: boolean }[] } | undefined): number {
  return release === undefined ? 0 : release.done.length + release.own.filter(({ done }) => done).length;
}
