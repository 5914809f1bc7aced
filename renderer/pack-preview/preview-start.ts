import type { Manifest } from '#protocol/packs/manifest.ts';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { directionOf } from '../ui/apply-appearance.ts';

/** What was kept of an activity since the preview was opened: as a learner's tablet keeps it, and gone with the page. */
export type Kept = { readonly resume: PlayerStart['resume']; readonly state: string | null };

/** Nothing was done yet. */
export const NOTHING_KEPT: Kept = { resume: null, state: null };

/**
 * What the player is told when an item of a previewed pack opens, in the words a tablet uses. Takes the manifest, the
 * item's activity id, a language of the pack, and what was kept; undefined when there is no such item.
 */
export function previewStart(manifest: Manifest, activityId: string, language: string, kept: Kept): PlayerStart | undefined {
  const at = manifest.items.findIndex((item) => item.activityId === activityId);
  const item = manifest.items[at];
  const entry = item?.entry[language];
  if (item === undefined || entry === undefined) return undefined;
  const next = manifest.items[at + 1];
  return {
    type: 'start',
    activityId: item.activityId,
    kind: item.kind,
    entry,
    title: item.title[language] ?? '',
    language,
    direction: directionOf(language),
    textSize: 100,
    theme: 'light',
    params: { ...item.params },
    resume: kept.resume,
    state: kept.state,
    next: next === undefined ? null : { activityId: next.activityId, title: next.title[language] ?? '' },
  };
}
