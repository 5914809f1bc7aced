import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { AskReason } from '../../console/ask-reason.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { goTo } from '../../console/place.ts';
import { useAct } from '../../console/use-act.ts';
import { doneSchema } from '../../http/staff-api.ts';
import type { Session } from '../../staff/staff-api.ts';
import { draftIdReplySchema } from '../drafts/staff-api.ts';
import { type Packs, revocationSchema } from '../staff-api.ts';

type PackActsProps = { readonly pack: Packs['packs'][number]; readonly session: Session; readonly onChanged: () => void };

/** What is done with a course that is here: recommend it, bring an older edition back, take one back everywhere. */
export function PackActs({ pack, session, onChanged }: PackActsProps) {
  const { t } = useTranslation('packs');
  const { act, busy, failure } = useAct();
  const [version, setVersion] = useState(String(pack.editions[0]?.version ?? ''));
  const [asking, setAsking] = useState<'restore' | 'revoke'>();
  const may = (action: string) => session.actions.includes(action);
  async function pick() {
    await act({ method: 'PUT', path: `/packs/${pack.packId}/pick`, reply: doneSchema, body: { staffPick: !pack.staffPick } });
    onChanged();
  }
  async function restore() {
    setAsking(undefined);
    const draft = await act({ method: 'POST', path: `/packs/${pack.packId}/editions/${version}/restore`, reply: draftIdReplySchema });
    if (draft !== undefined) goTo('packs', 'drafts', draft.draftId);
  }
  async function revoke(reason: string) {
    setAsking(undefined);
    const revoked = await act({ method: 'POST', path: '/revocations', reply: revocationSchema, body: { kind: 'pack', packId: pack.packId, version: Number(version), reason } });
    // Where it stands from now on, and who may let it in again.
    if (revoked !== undefined) goTo('packs', 'revoked');
  }
  return (
    <Section title={t('acts')} hint={t('actsHint')}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <Row align="end" gap="md">
        {may('packs.publish') && pack.publishedVersion !== null ? <Button busy={busy} aria-pressed={pack.staffPick} onClick={() => void pick()}>{t(pack.staffPick ? 'unpick' : 'pick')}</Button> : null}
        <Select label={t('whichEdition')} width="medium" value={version} onChange={setVersion} options={pack.editions.map((edition) => ({ value: String(edition.version), label: t('edition', { version: edition.version }) }))} />
        {may('packs.draft') && version !== String(pack.editions[0]?.version) ? <Button busy={busy} onClick={() => { setAsking('restore'); }}>{t('restore')}</Button> : null}
        {may('packs.revoke') ? <Button kind="danger" busy={busy} onClick={() => { setAsking('revoke'); }}>{t('revoke')}</Button> : null}
      </Row>
      <AskFirst open={asking === 'restore'} title={t('restoreSure', { version })} confirmWord={t('restore')} onConfirm={() => void restore()} onCancel={() => { setAsking(undefined); }}>{t('restoreLead')}</AskFirst>
      {asking === 'revoke' ? <AskReason danger title={t('revokeSure', { version })} lead={t('revokeLead')} label={t('revokeReason')} confirmWord={t('revoke')} onConfirm={(reason) => void revoke(reason)} onCancel={() => { setAsking(undefined); }} /> : null}
    </Section>
  );
}
