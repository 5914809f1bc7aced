import { FileKey, KeyRound } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trustedKeySchema, type TrustedKey } from '#protocol/packs/manifest.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { AskReason } from '../../console/ask-reason.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { goTo } from '../../console/place.ts';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { doneSchema } from '../../http/staff-api.ts';
import type { Session } from '../../staff/staff-api.ts';
import { packKeysSchema, revocationSchema } from '../staff-api.ts';
import { parseJson } from './parse-json.ts';
import { ReleaseSection } from './release-section.tsx';
import { RolesSection } from './roles-section.tsx';

/** Whose signatures count here. Only an administrator adds one, so that nobody both trusts and uploads. */
export function TrustedKeys({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('packs');
  const keys = useCall('/pack-keys', packKeysSchema);
  const { act, busy, failure } = useAct();
  const input = useRef<HTMLInputElement>(null);
  const [offered, setOffered] = useState<TrustedKey>();
  const [leaving, setLeaving] = useState<TrustedKey>();
  const [unreadable, setUnreadable] = useState(false);
  const [revoking, setRevoking] = useState<TrustedKey>();
  const mayTrust = session.actions.includes('packs.trust');
  const mayRevoke = session.actions.includes('packs.revoke');
  const own = useCall('/pack-keys/own', packKeysSchema);
  const [making, setMaking] = useState(false);
  const hasOwn = own.state !== 'ready' || own.value.keys.length > 0;
  async function makeOwn() {
    setMaking(false);
    await act({ method: 'POST', path: '/pack-keys/own', reply: packKeysSchema });
    own.again();
    keys.again();
  }
  async function read(file: File | undefined) {
    if (file === undefined) return;
    const key = trustedKeySchema.safeParse(await file.text().then(parseJson));
    setUnreadable(!key.success);
    setOffered(key.success ? key.data : undefined);
  }
  async function trust(key: TrustedKey) {
    setOffered(undefined);
    await act({ method: 'POST', path: '/pack-keys', reply: doneSchema, body: key });
    keys.again();
  }
  async function distrust(key: TrustedKey) {
    setLeaving(undefined);
    await act({ method: 'DELETE', path: `/pack-keys/${encodeURIComponent(key.keyId)}`, reply: doneSchema });
    keys.again();
  }
  async function revoke(key: TrustedKey, reason: string) {
    setRevoking(undefined);
    const revoked = await act({ method: 'POST', path: '/revocations', reply: revocationSchema, body: { kind: 'key', keyId: key.keyId, reason } });
    if (revoked !== undefined) goTo('packs', 'revoked');
  }
  const columns = [
    { key: 'name', header: t('keyName'), rowHeader: true, cell: (key: TrustedKey) => <bdi>{key.keyId}</bdi> },
    { key: 'role', header: t('keyRole'), cell: (key: TrustedKey) => t(`signer.${key.role}`) },
    { key: 'public', header: t('keyPrint'), cell: (key: TrustedKey) => <span className="console-detail" dir="ltr">{key.publicKey}</span> },
    ...(mayTrust || mayRevoke ? [{ key: 'remove', header: t('keyEnd'), cell: (key: TrustedKey) => (
      <Row gap="xs">
        {mayTrust ? <Button size="small" kind="quiet" busy={busy} aria-label={`${t('distrust')}: ${key.keyId}`} onClick={() => { setLeaving(key); }}>{t('distrust')}</Button> : null}
        {mayRevoke ? <Button size="small" kind="quiet" busy={busy} aria-label={`${t('revoke')}: ${key.keyId}`} onClick={() => { setRevoking(key); }}>{t('revoke')}</Button> : null}
      </Row>
    ) }] : []),
  ];
  return (
    <Page title={t('keys')} lead={t('keysLead')} width="wide" focusTitle status={views} actions={mayTrust ? <Row gap="sm">{hasOwn ? null : <Button kind="primary" icon={KeyRound} busy={busy} onClick={() => { setMaking(true); }}>{t('makeOwn')}</Button>}<Button kind={hasOwn ? 'primary' : 'secondary'} icon={FileKey} onClick={() => { input.current?.click(); }}>{t('addKey')}</Button></Row> : undefined}>
      <input ref={input} type="file" accept=".json" hidden onChange={(event) => { void read(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {unreadable ? <Notice tone="danger" live="assertive">{t('keyUnreadable')}</Notice> : null}
      {keys.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {keys.state === 'failed' ? <FailureNotice failure={keys.failure} /> : null}
      {keys.state === 'ready' ? <DataTable dense caption={t('keys')} captionHidden columns={columns} rows={keys.value.keys} rowKey={(key) => key.keyId} empty={<EmptyState picture="door" title={t('noKeys')}>{t(mayTrust ? 'noKeysLead' : 'noKeysReader')}</EmptyState>} /> : null}
      <RolesSection session={session} onTaken={keys.again} />
      <ReleaseSection />
      {revoking === undefined ? null : <AskReason danger title={t('revokeKeySure', { name: revoking.keyId })} lead={t('revokeKeyLead')} label={t('revokeReason')} confirmWord={t('revoke')} onConfirm={(reason) => void revoke(revoking, reason)} onCancel={() => { setRevoking(undefined); }} />}
      <AskFirst open={making} title={t('makeOwnSure')} confirmWord={t('makeOwnDo')} onConfirm={() => void makeOwn()} onCancel={() => { setMaking(false); }}>{t('makeOwnLead')}</AskFirst>
      <AskFirst open={offered !== undefined} title={t('trustSure', { name: offered?.keyId ?? '' })} confirmWord={t('trust')} onConfirm={() => { if (offered !== undefined) void trust(offered); }} onCancel={() => { setOffered(undefined); }}>{t('trustLead', { role: offered === undefined ? '' : t(`signer.${offered.role}`), print: offered?.publicKey ?? '' })}</AskFirst>
      <AskFirst open={leaving !== undefined} danger title={t('distrustSure', { name: leaving?.keyId ?? '' })} confirmWord={t('distrust')} onConfirm={() => { if (leaving !== undefined) void distrust(leaving); }} onCancel={() => { setLeaving(undefined); }}>{t('distrustLead')}</AskFirst>
    </Page>
  );
}
