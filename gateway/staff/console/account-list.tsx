import { UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { placeAddress } from '../../console/place.ts';
import { useTimeWords } from '../../console/time-words.ts';
import { useCall } from '../../console/use-call.ts';
import { accountsSchema, type Account, type Session } from '../staff-api.ts';
import { NewAccountForm } from './new-account-form.tsx';

/** Everybody who can, or could, sign in here. */
export function AccountList({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('staff');
  const time = useTimeWords();
  const accounts = useCall('/accounts', accountsSchema);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  const mayManage = session.actions.includes('staff.manage');
  const columns = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (account: Account) => <a href={placeAddress('staff', 'accounts', account.staffId)}>{account.name}</a> },
    { key: 'username', header: t('username'), cell: (account: Account) => <bdi>{account.username}</bdi> },
    { key: 'role', header: t('role'), cell: (account: Account) => t(`console:roles.${account.role}`) },
    { key: 'active', header: t('stateWord'), cell: (account: Account) => <StatusChip tone={account.active ? 'good' : 'stopped'}>{t(account.active ? 'active' : 'inactive')}</StatusChip> },
    { key: 'last', header: t('lastSignIn'), cell: (account: Account) => (account.lastSignInAt === null ? t('console:never') : time.ago(account.lastSignInAt)) },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle status={views}
      actions={mayManage && !adding ? <Button kind="primary" icon={UserPlus} onClick={() => { setAdding(true); setAdded(undefined); }}>{t('add')}</Button> : undefined}>
      {added === undefined ? null : <Notice tone="good" live="polite">{t('added', { name: added })}</Notice>}
      {adding ? <NewAccountForm onCancel={() => { setAdding(false); }} onAdded={(account) => { setAdding(false); setAdded(account.name); accounts.again(); }} /> : null}
      {accounts.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {accounts.state === 'failed' ? <FailureNotice failure={accounts.failure} /> : null}
      {accounts.state === 'ready' ? <DataTable dense caption={t('title')} captionHidden columns={columns} rows={accounts.value.accounts} rowKey={(account) => account.staffId} /> : null}
    </Page>
  );
}
