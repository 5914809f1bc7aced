import { useLiveQuery } from 'dexie-react-hooks';
import { BookOpen, Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RELEASE_STALE_AFTER } from '#protocol/packs/release.ts';
import { estimateMinutesLeft } from '../packs/estimate-left.ts';
import { loadPaused, loadReleaseAge, savePaused } from '../packs/pack-state.ts';
import { PACK_STORE } from '../packs/pack-stores.ts';
import { usePackStatus, useStick, type Coming } from '../packs/pack-status.ts';
import type { StoredRelease } from '../packs/stored-release.ts';
import { loadTrustedTime } from '../packs/trusted-time.ts';
import { usePerson } from '../session/use-person.ts';
import { Button } from '../ui/button.tsx';
import { List } from '../ui/list.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useLine } from './line-store.ts';

const DAY = 24 * 3600 * 1000;

/** Courses on their way: which, how much, how long in honest words, and a way to let them wait. */
export function ComingCourses() {
  const { t } = useTranslation('tablet');
  const { tabletDatabase, personId } = usePerson();
  const { tryNow } = useLine();
  const coming = usePackStatus((store) => store.coming);
  const read = useLiveQuery(async () => {
    const releases = await tabletDatabase.table<StoredRelease>(PACK_STORE.releases).toArray();
    const release = await loadReleaseAge(tabletDatabase);
    const now = await loadTrustedTime(tabletDatabase);
    return { releases, paused: await loadPaused(tabletDatabase), age: release === undefined || now === undefined ? 0 : now - release.issuedAt };
  }, [tabletDatabase]);
  if (read === undefined) return null;
  const mine = read.releases.filter((one) => one.people === null || one.people.includes(personId));
  const rows = mine.flatMap((release) => {
    const state = coming[release.packId];
    return state === undefined ? [] : [{ release, state }];
  });
  const setPaused = (paused: boolean) => void savePaused(tabletDatabase, paused).then(() => { if (!paused) tryNow(); });
  return (
    <Section title={t('courses.title')} hint={t('courses.hint')}>
      <ReleaseBanner age={read.age} />
      <StickNotice />
      {read.paused && <Notice tone="attention">{t('courses.paused')}</Notice>}
      {rows.length === 0 && <Notice tone="good">{t('courses.none')}</Notice>}
      {rows.length > 0 && (
        <List label={t('courses.title')}>
          {rows.map(({ release, state }) => <ComingRow key={release.packId} release={release} state={state} paused={read.paused} />)}
        </List>
      )}
      <p>
        {read.paused ? (
          <Button icon={Play} onClick={() => { setPaused(false); }}>{t('courses.goOn')}</Button>
        ) : (
          <Button icon={Pause} onClick={() => { setPaused(true); }}>{t('courses.pause')}</Button>
        )}
      </p>
    </Section>
  );
}

/** A list that nobody renewed for a while says how old it is, and locks nothing (PACK-18). By the gateway's time, not the tablet's. */
function ReleaseBanner({ age }: { readonly age: number }) {
  const { t } = useTranslation('tablet');
  if (age <= RELEASE_STALE_AFTER) return null;
  return <Notice tone="info">{t('courses.stale', { count: Math.floor(age / DAY) })}</Notice>;
}

/** A USB stick in this tablet: that courses come from it, or in plain words why they do not. */
function StickNotice() {
  const { t } = useTranslation('tablet');
  const stick = useStick((store) => store.stick);
  if (stick.state === 'none') return null;
  if (stick.state === 'refused') return <Notice tone="danger">{t(`courses.stick.${stick.reason}`)}</Notice>;
  return <Notice tone={stick.state === 'older' ? 'attention' : 'info'}>{t(`courses.stick.${stick.state}`)}</Notice>;
}

function ComingRow({ release, state, paused }: { readonly release: StoredRelease; readonly state: Coming; readonly paused: boolean }) {
  const { i18n } = useTranslation('tablet');
  const title = release.title[i18n.language] ?? Object.values(release.title)[0] ?? '';
  return <ListRow icon={BookOpen} title={title} detail={useComingWords(state, release.bytes, paused)} />;
}

function useComingWords(state: Coming, bytes: number, paused: boolean): string {
  const { t, i18n } = useTranslation('tablet');
  const size = (amount: number) => new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(amount / 1_000_000);
  if (state.state === 'fetching' && !paused) {
    const sizes = { done: size(state.done), total: size(state.total) };
    const amount = state.source === 'stick' ? t('courses.stickAmount', sizes) : t('courses.amount', sizes);
    const minutes = estimateMinutesLeft(state);
    if (minutes === undefined) return amount;
    return `${amount}. ${minutes === 0 ? t('courses.soon') : t('courses.minutes', { count: minutes })}`;
  }
  if (state.state === 'failed' && state.failure.code === 'no-space') return t('courses.noSpace', { missing: size(state.failure.missingBytes) });
  if (state.state === 'failed' && state.failure.code === 'refused') return t('courses.refused');
  return t(paused ? 'courses.waitsForYou' : 'courses.waits', { size: size(bytes) });
}
