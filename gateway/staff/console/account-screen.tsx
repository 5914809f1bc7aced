import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { placeAddress } from '../../console/place.ts';
import { useTimeWords } from '../../console/time-words.ts';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { accountSchema, accountsSchema, type Session } from '../staff-api.ts';
import { ChangeAccountForms } from './change-account-forms.tsx';

/** One account: its role, a new password, and closing it. Accounts are never deleted: the record of acts names them. */
export function AccountScreen({ staffId, session }: { readonly staffId: string; readonly session: Session }) {
  const { t } = useTranslation('staff');
  const time = useTimeWords();
  const accounts = useCall('/accounts', accountsSchema);
  const { act, busy, failure } = useAct();
  const [closing, setClosing] = useState(false);
  const [saved, setSaved] = useState(false);
  const back = { word: t('title'), href: placeAddress('staff', 'accounts') };
  if (accounts.state === 'loading') return <Spinner word={t('console:loading')} block />;
  if (accounts.state === 'failed') return <Page title={t('title')} back={back}><FailureNotice failure={accounts.failure} /></Page>;
  const account = accounts.value.accounts.find((one) => one.staffId === staffId);
  if (account === undefined) return <Page title={t('title')} back={back}><FailureNotice failure={{ code: 'not-found' }} /></Page>;
  async function change(body: object) {
    setClosing(false);
    setSaved(false);
    const done = await act({ method: 'PATCH', path: `/accounts/${staffId}`, reply: accountSchema, body });
    setSaved(done !== undefined);
    accounts.again();
    return done !== undefined;
  }
  const mayManage = session.actions.includes('staff.manage') && session.staff.staffId !== staffId;
  return (
    <Page title={account.name} width="wide" focusTitle back={back} status={<StatusChip tone={account.active ? 'good' : 'stopped'}>{t(account.active ? 'active' : 'inactive')}</StatusChip>}
      actions={mayManage ? (account.active ? <Button kind="danger" busy={busy} onClick={() => { setClosing(true); }}>{t('close')}</Button> : <Button busy={busy} onClick={() => { void change({ active: true }); }}>{t('reopen')}</Button>) : undefined}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {saved ? <Notice tone="good" live="polite">{t('console:saved')}</Notice> : null}
      <Facts columns={2} items={[
        { key: 'username', term: t('username'), value: <bdi>{account.username}</bdi> },
        { key: 'role', term: t('role'), value: t(`console:roles.${account.role}`) },
        { key: 'created', term: t('created'), value: time.full(account.createdAt) },
        { key: 'last', term: t('lastSignIn'), value: account.lastSignInAt === null ? t('console:never') : time.full(account.lastSignInAt) },
      ]} />
      {mayManage ? <ChangeAccountForms key={account.role} account={account} busy={busy} onChange={change} /> : null}
      {session.staff.staffId === staffId ? <Notice tone="info">{t('yourself')}</Notice> : null}
      <AskFirst open={closing} danger title={t('closeSure', { name: account.name })} confirmWord={t('close')} onConfirm={() => { void change({ active: false }); }} onCancel={() => { setClosing(false); }}>{t('closeLead')}</AskFirst>
    </Page>
  );
}
