import { useTranslation } from 'react-i18next';
import type { ConsoleScreenProps } from '../../console/console-feature.ts';
import { DeskViews } from '../../console/desk-views.tsx';
import { placeAddress } from '../../console/place.ts';
import { DraftList } from './drafts/draft-list.tsx';
import { DraftPreview } from './drafts/draft-preview.tsx';
import { DraftScreen } from './drafts/draft-screen.tsx';
import { PackList } from './pack-list.tsx';
import { PackScreen } from './pack-screen.tsx';
import { RevokedView } from './revoked-view.tsx';
import { TrustedKeys } from './trusted-keys.tsx';

const VIEWS = [
  { key: 'courses', action: 'packs.read' },
  { key: 'drafts', action: 'packs.review' },
  { key: 'revoked', action: 'packs.revocations' },
  { key: 'keys', action: 'packs.keys' },
] as const;

/** Courses in the making, courses that are here, and the keys that sign them; each role sees its parts. */
export function PacksScreen({ session, rest }: ConsoleScreenProps) {
  const { t } = useTranslation('packs');
  const [place, id, part] = rest;
  const mine = VIEWS.filter(({ action }) => session.actions.includes(action));
  const current = mine.find(({ key }) => key === place)?.key ?? mine[0]?.key;
  const views = <DeskViews label={t('views')} current={current ?? ''} views={mine.map(({ key }) => ({ key, word: t(`view.${key}`), href: placeAddress('packs', key) }))} />;
  if (current === 'revoked') return <RevokedView views={views} session={session} />;
  if (current === 'keys') return <TrustedKeys views={views} session={session} />;
  if (current === 'drafts') {
    if (id === undefined) return <DraftList views={views} session={session} />;
    return part === 'preview' ? <DraftPreview draftId={id} /> : <DraftScreen key={id} draftId={id} session={session} />;
  }
  return id === undefined ? <PackList views={views} session={session} /> : <PackScreen key={id} packId={id} session={session} />;
}
