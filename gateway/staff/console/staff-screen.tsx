import { useTranslation } from 'react-i18next';
import type { ConsoleScreenProps } from '../../console/console-feature.ts';
import { DeskViews } from '../../console/desk-views.tsx';
import { placeAddress } from '../../console/place.ts';
import { AccountList } from './account-list.tsx';
import { AccountScreen } from './account-screen.tsx';
import { OwnPassword } from './own-password.tsx';
import type { PasswordFollower } from './password-follower.ts';
import { PrisonForm } from './prison-form.tsx';

const VIEWS = [
  { key: 'accounts', action: 'staff.read' },
  { key: 'prison', action: 'establishment.change' },
  { key: 'me', action: 'session.use' },
] as const;

/** Accounts, the prison's names, and one's own password; each role sees its parts. */
export function StaffScreen({ session, rest, followers }: ConsoleScreenProps & { readonly followers: readonly PasswordFollower[] }) {
  const { t } = useTranslation('staff');
  const [place, staffId] = rest;
  const mine = VIEWS.filter(({ action }) => session.actions.includes(action));
  const current = mine.find(({ key }) => key === place)?.key ?? mine[0]?.key;
  const views = <DeskViews label={t('views')} current={current ?? ''} views={mine.map(({ key }) => ({ key, word: t(`view.${key}`), href: placeAddress('staff', key) }))} />;
  if (current === 'accounts' && staffId !== undefined) return <AccountScreen key={staffId} staffId={staffId} session={session} />;
  if (current === 'accounts') return <AccountList views={views} session={session} />;
  if (current === 'prison') return <PrisonForm views={views} />;
  return <OwnPassword views={views} session={session} followers={followers} />;
}
