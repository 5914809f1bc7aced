import { useTranslation } from 'react-i18next';
import type { ConsoleScreenProps } from '../../console/console-feature.ts';
import { DeskViews } from '../../console/desk-views.tsx';
import { placeAddress } from '../../console/place.ts';
import { PackList } from './pack-list.tsx';
import { PackScreen } from './pack-screen.tsx';
import { TrustedKeys } from './trusted-keys.tsx';

const VIEWS = [
  { key: 'courses', action: 'packs.read' },
  { key: 'keys', action: 'packs.keys' },
] as const;

/** Courses and the keys that sign them; each role sees its parts. */
export function PacksScreen({ session, rest }: ConsoleScreenProps) {
  const { t } = useTranslation('packs');
  const [place, packId] = rest;
  const mine = VIEWS.filter(({ action }) => session.actions.includes(action));
  const current = mine.find(({ key }) => key === place)?.key ?? mine[0]?.key;
  const views = <DeskViews label={t('views')} current={current ?? ''} views={mine.map(({ key }) => ({ key, word: t(`view.${key}`), href: placeAddress('packs', key) }))} />;
  if (current === 'keys') return <TrustedKeys views={views} session={session} />;
  return packId === undefined ? <PackList views={views} session={session} /> : <PackScreen key={packId} packId={packId} session={session} />;
}
