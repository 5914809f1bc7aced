import { Award, Check, Flag, Gift } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { SaveFault } from '../actions.ts';
import { listRecords } from '../queries.ts';
import { SaveFaultNotice } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import type { KeptOf } from '../tables.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { useDiary } from '../use-diary.ts';
import { useOneAtATime } from '../use-one-at-a-time.ts';
import { useSave } from '../use-save.ts';
import { loadDoneSoFar } from './load-done-so-far.ts';
import { milestoneStates, type MilestoneState } from './milestone-rules.ts';

/** Milestones and the person's own rewards. Compared with nobody, and nothing is ever taken away again. */
export function ReachedScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['programme', 'app']);
  const so = useDiary(loadDoneSoFar, []);
  const rewards = useDiary((database) => listRecords(database, 'milestone'), []);
  if (so === undefined || rewards === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const states = milestoneStates(so);
  const rows = (reached: boolean) =>
    states.filter((state) => state.reached === reached).map((state) => (
      <MilestoneRow key={state.name} state={state} reward={rewards.find(({ record }) => record.body.milestone === state.name)} />
    ));
  const [reached, onTheWay] = [rows(true), rows(false)];
  return (
    <Page title={t('reached.title')} lead={t('reached.lead')} back={{ word: t('title'), onClick: back }} actions={<Listen says={[t('reached.title'), t('reached.lead')]} />} width="wide" focusTitle>
      <ChooseNotice kind="milestone" go={go} />
      <Section title={t('reached.done')}>
        {reached.length === 0 ? <p>{t('reached.none')}</p> : <List label={t('reached.done')}>{reached}</List>}
      </Section>
      {onTheWay.length > 0 && (
        <Section title={t('reached.way')} hint={t('reached.wayHint')}>
          <List label={t('reached.way')}>{onTheWay}</List>
        </Section>
      )}
    </Page>
  );
}

type MilestoneRowProps = { readonly state: MilestoneState; readonly reward: KeptOf<'milestone'> | undefined };

function MilestoneRow({ state: { name, done, of, reached }, reward }: MilestoneRowProps) {
  const { t } = useTranslation('programme');
  const save = useSave();
  const { busy, run } = useOneAtATime();
  const [fault, setFault] = useState<SaveFault['code']>();
  const [words, setWords] = useState<string | null>(null);
  const promised = reward?.record.body.reward ?? '';
  const had = reward?.record.body.had ?? false;
  const keep = (next: { readonly reward: string; readonly had: boolean }) => run(async () => {
    const saved = await save('milestone', { milestone: name, ...next }, { recordId: reward?.recordId });
    setFault(saved.ok ? undefined : saved.error.code);
    // What was typed stays until it is kept.
    if (saved.ok) setWords(null);
  });
  return (
    <ListRow
      icon={reached ? Award : Flag}
      title={t(`reached.name.${name}`)}
      detail={
        <>
          {!reached && <span>{t('reached.soFar', { done, of })} </span>}
          {promised !== '' && <bdi>{had ? t('reached.had', { reward: promised }) : t('reached.promise', { reward: promised })}</bdi>}
        </>
      }
      actions={
        words === null ? (
          <Row>
            <SaveFaultNotice fault={fault} />
            {reached && promised !== '' && !had && <Button icon={Check} busy={busy} onClick={() => { void keep({ reward: promised, had: true }); }}>{t('reached.took')}</Button>}
            {!had && <Button icon={Gift} onClick={() => { setWords(promised); }}>{t('reached.choose')}</Button>}
          </Row>
        ) : (
          <Row align="end">
            <SaveFaultNotice fault={fault} />
            <TextField label={t('reached.reward')} value={words} onChange={setWords} maxLength={200} width="medium" dir="auto" />
            <Button kind="primary" icon={Check} busy={busy} onClick={() => { void keep({ reward: words.trim(), had: false }); }}>{t('reached.keep')}</Button>
          </Row>
        )
      }
    />
  );
}
