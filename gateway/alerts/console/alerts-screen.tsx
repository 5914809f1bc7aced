import { useTranslation } from 'react-i18next';
import type { ConsoleScreenProps } from '../../console/console-feature.ts';
import { DeskViews } from '../../console/desk-views.tsx';
import { placeAddress } from '../../console/place.ts';
import { AlertDesk } from './alert-desk.tsx';
import { AlertRules } from './alert-rules.tsx';

/** The safer custody desk: calls that wait, and the rules for them; each role sees its parts. */
export function AlertsScreen({ session, rest }: ConsoleScreenProps) {
  const { t } = useTranslation('alerts');
  const path = session.actions.includes('alerts.read') ? '/alerts' : session.actions.includes('alerts.read-overdue') ? '/alerts/overdue' : undefined;
  const mine = [...(path === undefined ? [] : ['calls' as const]), ...(session.actions.includes('alerts.policy') ? ['rules' as const] : [])];
  const current = mine.find((key) => key === rest[0]) ?? mine[0];
  const views = mine.length < 2 ? undefined : <DeskViews label={t('views')} current={current ?? ''} views={mine.map((key) => ({ key, word: t(`view.${key}`), href: placeAddress('alerts', key) }))} />;
  if (current === 'rules' || path === undefined) return <AlertRules views={views} session={session} />;
  return <AlertDesk path={path} views={views} session={session} />;
}
