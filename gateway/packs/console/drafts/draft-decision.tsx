import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../../renderer/ui/text-area.tsx';
import { AskFirst } from '../../../console/ask-first.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import { useAct } from '../../../console/use-act.ts';
import { useCall } from '../../../console/use-call.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { type Draft, draftDifferenceSchema } from '../../drafts/staff-api.ts';
import { DifferenceView } from './difference-view.tsx';

type DraftDecisionProps = { readonly draft: Draft; readonly session: Session; readonly onChanged: () => void };

/** The second person: what would change for learners, and the two ways to decide. */
export function DraftDecision({ draft, session, onChanged }: DraftDecisionProps) {
  const { t } = useTranslation('drafts');
  const time = useTimeWords();
  const difference = useCall(`/packs/drafts/${draft.draftId}/difference`, draftDifferenceSchema);
  const { act, busy, failure } = useAct();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<string>();
  const mayDecide = draft.mayDecide && session.actions.includes('packs.approve');
  async function decide(name: 'approve' | 'return', body: object) {
    setAsking(false);
    await act({ method: 'POST', path: `/packs/drafts/${draft.draftId}/${name}`, reply: doneSchema, body });
    onChanged();
  }
  return (
    <Card title={t('decision')} tone="outline" hint={t('submittedBy', { name: draft.submittedBy ?? '', time: time.short(draft.submittedAt ?? 0) })}>
      <Stack gap="md">
        {failure === undefined ? null : <FailureNotice failure={failure} />}
        {difference.state === 'loading' ? <Spinner word={t('console:loading')} /> : null}
        {difference.state === 'failed' ? <FailureNotice failure={difference.failure} /> : null}
        {difference.state === 'ready' ? <DifferenceView against={difference.value.against} difference={difference.value.difference} /> : null}
        {mayDecide ? null : <Notice tone="info">{t('anotherPerson')}</Notice>}
        {!mayDecide || reason !== undefined ? null : (
          <Row gap="sm"><Button kind="primary" busy={busy} onClick={() => { setAsking(true); }}>{t('approve')}</Button><Button busy={busy} onClick={() => { setReason(''); }}>{t('sendBack')}</Button></Row>
        )}
        {reason === undefined ? null : (
          <Stack gap="sm">
            <TextArea label={t('reason')} hint={t('reasonHint')} rows={3} autoFocus value={reason} onChange={setReason} />
            <Row gap="sm"><Button kind="primary" busy={busy} disabled={reason.trim().length < 3} onClick={() => void decide('return', { reason })}>{t('sendBack')}</Button><Button kind="quiet" onClick={() => { setReason(undefined); }}>{t('console:cancel')}</Button></Row>
          </Stack>
        )}
      </Stack>
      <AskFirst open={asking} title={t('approveSure')} confirmWord={t('approve')} onConfirm={() => void decide('approve', { manifestSha256: draft.manifestSha256 })} onCancel={() => { setAsking(false); }}>{t('approveLead')}</AskFirst>
    </Card>
  );
}
