import type { Kysely } from 'kysely';
import { DISLIKE_REASONS, LIKE_REASONS } from '#protocol/education/feedback.ts';
import { manifestSchema } from '#protocol/packs/manifest.ts';
import type { PackTables } from '../../../packs/tables.ts';
import { FEWEST_SHOWN, type PackFeedback } from './staff-api.ts';
import type { StudyTables } from './tables.ts';

type Said = { readonly activity_id: string; readonly liked: number; readonly reason: string | null };

/** Counts of what people said about each item of the pack's newest edition; undefined when there is no such pack. */
export async function loadPackFeedback(tables: Kysely<StudyTables & PackTables>, packId: string): Promise<PackFeedback | undefined> {
  const edition = await tables.selectFrom('pack_editions').select('manifest').where('pack_id', '=', packId).orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (edition === undefined) return undefined;
  const rows = await tables.selectFrom('education_feedback').select(['activity_id', 'liked', 'reason']).where('pack_id', '=', packId).execute();
  const { items } = manifestSchema.parse(JSON.parse(edition.manifest));
  return { items: items.map(({ activityId, title }) => ({ activityId, title, ...countFeedback(rows.filter((row) => row.activity_id === activityId)) })) };
}

/** Adds up what was said of one item. A count that would point at a few people is null. */
export function countFeedback(said: readonly Said[]): Pick<PackFeedback['items'][number], 'liked' | 'disliked' | 'reasons'> {
  const countOf = (fits: (one: Said) => boolean) => suppressSmall(said.filter(fits).length);
  return {
    liked: countOf(({ liked }) => liked === 1),
    disliked: countOf(({ liked }) => liked === 0),
    reasons: [...LIKE_REASONS, ...DISLIKE_REASONS].map((reason) => ({ reason, count: countOf((one) => one.reason === reason) })),
  };
}

/** Nought says nothing about anybody; one to four could be known by name. */
function suppressSmall(count: number): number | null {
  return count === 0 || count >= FEWEST_SHOWN ? count : null;
}
