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
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { doneSchema } from '../../http/staff-api.ts';
import type { Session } from '../../staff/staff-api.ts';
import { packKeysSchema } from '../staff-api.ts';

/** Whose signatures count here. Only an administrator adds one, so that nobody both trusts and uploads. */
export function TrustedKeys({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('packs');
  const keys = useCall('/pack-keys', packKeysSchema);
  const { act, busy, failure } = useAct();
  const input = useRef<HTMLInputElement>(null);
  const [offered, setOffered] = useState<TrustedKey>();
  const [leaving, setLeaving] = useState<TrustedKey>();
  const [unreadable, setUnreadable] = useState(false);
  const mayTrust = session.actions.includes('packs.trust');
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
  const columns = [
    { key: 'name', header: t('keyName'), rowHeader: true, cell: (key: TrustedKey) => <bdi>{key.keyId}</bdi> },
    { key: 'role', header: t('keyRole'), cell: (key: TrustedKey) => t(`signer.${key.role}`) },
    { key: 'public', header: t('keyPrint'), cell: (key: TrustedKey) => <span className="console-detail" dir="ltr">{key.publicKey}</span> },
    ...(mayTrust ? [{ key: 'remove', header: t('keyEnd'), cell: (key: TrustedKey) => <Button size="small" kind="quiet" busy={busy} onClick={() => { setLeaving(key); }}>{t('distrust')}</Button> }] : []),
  ];
  return (
    <Page title={t('keys')} lead={t('keysLead')} width="wide" focusTitle status={views} actions={mayTrust ? <Row gap="sm">{hasOwn ? null : <Button kind="primary" icon={KeyRound} busy={busy} onClick={() => { setMaking(true); }}>{t('makeOwn')}</Button>}<Button kind={hasOwn ? 'primary' : 'secondary'} icon={FileKey} onClick={() => { input.current?.click(); }}>{t('addKey')}</Button></Row> : undefined}>
      <input ref={input} type="file" accept=".json" hidden onChange={(event) => { void read(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {unreadable ? <Notice tone="danger" live="assertive">{t('keyUnreadable')}</Notice> : null}
      {keys.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {keys.state === 'failed' ? <FailureNotice failure={keys.failure} /> : null}
      {keys.state === 'ready' ? <DataTable dense caption={t('keys')} captionHidden columns={columns} rows={keys.value.keys} rowKey={(key) => key.keyId} empty={<EmptyState picture="door" title={t('noKeys')}>{t(mayTrust ? 'noKeysLead' : 'noKeysReader')}</EmptyState>} /> : null}
      <AskFirst open={making} title={t('makeOwnSure')} confirmWord={t('makeOwnDo')} onConfirm={() => void makeOwn()} onCancel={() => { setMaking(false); }}>{t('makeOwnLead')}</AskFirst>
      <AskFirst open={offered !== undefined} title={t('trustSure', { name: offered?.keyId ?? '' })} confirmWord={t('trust')} onConfirm={() => { if (offered !== undefined) void trust(offered); }} onCancel={() => { setOffered(undefined); }}>{t('trustLead', { role: offered === undefined ? '' : t(`signer.${offered.role}`), print: offered?.publicKey ?? '' })}</AskFirst>
      <AskFirst open={leaving !== undefined} danger title={t('distrustSure', { name: leaving?.keyId ?? '' })} confirmWord={t('distrust')} onConfirm={() => { if (leaving !== undefined) void distrust(leaving); }} onCancel={() => { setLeaving(undefined); }}>{t('distrustLead')}</AskFirst>
    </Page>
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
