import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { ButtonLink } from '../../../../renderer/ui/button-link.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { AskFirst } from '../../../console/ask-first.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { goTo, placeAddress } from '../../../console/place.ts';
import { useAct } from '../../../console/use-act.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import type { Draft } from '../../drafts/staff-api.ts';

/** What a teacher may do with the draft at its stage. What costs work is asked twice. */
export function DraftActs({ draft, onChanged }: { readonly draft: Draft; readonly onChanged: () => void }) {
  const { t } = useTranslation('drafts');
  const { act, busy, failure } = useAct();
  const [asking, setAsking] = useState<'submit' | 'discard'>();
  const { state, draftId } = draft;
  async function post(name: string) {
    setAsking(undefined);
    await act({ method: 'POST', path: `/packs/drafts/${draftId}/${name}`, reply: doneSchema });
    onChanged();
  }
  async function discard() {
    setAsking(undefined);
    const gone = await act({ method: 'DELETE', path: `/packs/drafts/${draftId}`, reply: doneSchema });
    if (gone !== undefined) goTo('packs', 'drafts');
  }
  // What came ready made, and an edition brought back, have no source that could be changed and checked anew.
  const hasSource = draft.facts !== null || state === 'refused';
  const isOpen = state === 'refused' || state === 'checked' || state === 'ready' || state === 'returned';
  return (
    <Stack gap="sm">
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <Row gap="sm">
        {state === 'ready' ? <Button kind="primary" busy={busy} onClick={() => { setAsking('submit'); }}>{t('submit')}</Button> : null}
        {state === 'approved' && draft.packId !== null ? <ButtonLink kind="primary" href={placeAddress('packs', 'courses', draft.packId)}>{t('goPublish')}</ButtonLink> : null}
        {isOpen && hasSource ? <Button busy={busy} onClick={() => void post('check')}>{t('checkAgain')}</Button> : null}
        {state === 'submitted' ? <Button busy={busy} onClick={() => void post('unsubmit')}>{t('unsubmit')}</Button> : null}
        {isOpen || state === 'uploading' ? <Button kind="quiet" busy={busy} onClick={() => { setAsking('discard'); }}>{t('discard')}</Button> : null}
      </Row>
      <AskFirst open={asking === 'submit'} title={t('submitSure')} confirmWord={t('submit')} onConfirm={() => void post('submit')} onCancel={() => { setAsking(undefined); }}>{t('submitLead')}</AskFirst>
      <AskFirst open={asking === 'discard'} danger title={t('discardSure')} confirmWord={t('discard')} onConfirm={() => void discard()} onCancel={() => { setAsking(undefined); }}>{t('discardLead')}</AskFirst>
    </Stack>
  );
}
