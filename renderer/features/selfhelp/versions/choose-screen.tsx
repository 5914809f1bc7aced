import { Check, Combine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrivateRecord } from '#protocol/selfhelp/private-record.ts';
import { usePerson } from '../../../session/use-person.ts';
import { Listen } from '../../../speech/listen.tsx';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { UndoBar } from '../../../ui/undo-bar.tsx';
import type { SaveFault } from '../actions.ts';
import { SaveFaultNotice } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import type { KeptRecord } from '../tables.ts';
import { localToday, useDiary } from '../use-diary.ts';
import { useOneAtATime } from '../use-one-at-a-time.ts';
import { loadChoices } from './load-choices.ts';
import { putTogether } from './put-together.ts';
import { settleVersions, undoSettle, type Settled } from './settle.ts';
import { useVersionWords } from './use-version-words.ts';

/** Two versions of one thing side by side, in words: which one counts, or both. It can be undone. */
export function ChooseScreen({ route, back }: SelfhelpScreenProps) {
  const { t } = useTranslation('programme');
  const { nameOf } = useVersionWords();
  const [kind, thing] = route.screen === 'choose' ? [route.kind, route.thing] : (['plan', ''] as const);
  const choices = useDiary((database) => loadChoices(database, kind, thing), [kind, thing]);
  const { busy, fault, settled, settle, undo, dismiss } = useSettling();
  if (choices === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const versions = choices[0]?.versions ?? [];
  const [one, other] = versions;
  const together = one === undefined || other === undefined || versions.length > 2 ? undefined : putTogether(one.record, other.record);
  const areTwoPlans = versions.length === 2 && one?.record.kind === 'plan' && one.record.body.type === 'if-then';
  return (
    <Page
      title={t('choose.title')}
      lead={one === undefined ? undefined : nameOf(one.record)}
      back={{ word: t('choose.back'), onClick: back }}
      actions={<Listen says={[t('choose.title'), t('choose.lead')]} />}
      width="wide"
      focusTitle
    >
      <SaveFaultNotice fault={fault} />
      {settled !== undefined && <UndoBar tone="good" message={t('choose.done')} actionWord={t('choose.undo')} onAction={undo} dismissWord={t('choose.close')} onDismiss={dismiss} />}
      {one === undefined ? settled === undefined && <p>{t('choose.none')}</p> : <p>{t('choose.lead')}</p>}
      <Grid min="lg">
        {versions.map((version, index) => (
          <Version key={`${version.recordId}${String(version.row)}`} version={version} number={index + 1} busy={busy} onKeep={() => { settle(version, versions, version.record.body); }} />
        ))}
      </Grid>
      {one !== undefined && other !== undefined && (
        <Row>
          {together !== undefined && <Button size="large" icon={Combine} busy={busy} onClick={() => { settle(one, versions, together); }}>{t('choose.together')}</Button>}
          {areTwoPlans && <Button size="large" icon={Combine} busy={busy} onClick={() => { settle(one, versions, one.record.body, other.record.body); }}>{t('choose.both')}</Button>}
        </Row>
      )}
    </Page>
  );
}

type VersionProps = { readonly version: KeptRecord; readonly number: number; readonly busy: boolean; readonly onKeep: () => void };

function Version({ version: { record }, number, busy, onKeep }: VersionProps) {
  const { t } = useTranslation('programme');
  const { when } = useWhen();
  const { partsOf } = useVersionWords();
  const parts = partsOf(record);
  return (
    <Card
      title={t('choose.version', { number })}
      hint={t('choose.made', { when: when(record.at) })}
      tone="outline"
      actions={<Button kind="primary" icon={Check} busy={busy} aria-label={t('choose.keepNumber', { number })} onClick={onKeep}>{t('choose.keep')}</Button>}
    >
      {parts.length === 0 ? <p>{t('choose.nothing')}</p> : (
        <Facts items={parts.map(({ label, lines, isOwn }) => ({ key: label, term: label, value: <>{lines.map((line) => <p key={line}>{isOwn ? <bdi>{line}</bdi> : line}</p>)}</> }))} />
      )}
    </Card>
  );
}

/** Choosing and taking it back, one at a time, with why it could not be done. */
function useSettling() {
  const { database, outbox } = usePerson();
  const { busy, run } = useOneAtATime();
  const [fault, setFault] = useState<SaveFault['code']>();
  const [settled, setSettled] = useState<Settled>();
  const now = () => ({ day: localToday(), now: Date.now() });
  const failed = () => { setFault('unexpected'); };
  const settle = (of: KeptRecord, shown: readonly KeptRecord[], body: PrivateRecord['body'], also?: PrivateRecord['body']): void => {
    void run(async () => {
      const chosen = await settleVersions({ database, outbox }, of, shown, body, now(), also);
      setFault(chosen.ok ? undefined : chosen.error.code);
      if (chosen.ok) setSettled(chosen.value);
    }).catch(failed);
  };
  const undo = (): void => {
    if (settled === undefined) return;
    void run(async () => {
      const undone = await undoSettle({ database, outbox }, settled, now());
      setFault(undone.ok ? undefined : undone.error.code);
      if (undone.ok) setSettled(undefined);
    }).catch(failed);
  };
  return { busy, fault, settled, settle, undo, dismiss: () => { setSettled(undefined); } };
}
