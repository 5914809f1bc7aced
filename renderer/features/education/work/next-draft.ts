import { MAX_VERSIONS, VERSION_EVERY, type WorkDraft, type WorkTexts } from './work-tables.ts';

/**
 * The draft after something was written. What stood before becomes a version when the last one is three minutes old, or
 * at once when `keepBefore` says that the writer is about to lose it (an earlier version is brought back). Takes `now`
 * in milliseconds by the tablet's clock, which may go backwards: then a version is kept rather than lost.
 */
export function nextDraft(before: WorkDraft | undefined, activityId: string, texts: WorkTexts, now: number, keepBefore = false): WorkDraft {
  if (before === undefined) return { activityId, texts: { ...texts }, savedAt: now, versions: [] };
  const last = before.versions.at(-1)?.at ?? -Infinity;
  const isDue = keepBefore || Math.abs(now - last) >= VERSION_EVERY;
  const versions = isDue && isWritten(before.texts) ? [...before.versions, { at: before.savedAt, texts: before.texts }].slice(-MAX_VERSIONS) : before.versions;
  return { activityId, texts: { ...texts }, savedAt: now, versions };
}

/** Whether anything stands in a draft. */
export function isWritten(texts: WorkTexts): boolean {
  return Object.values(texts).some((text) => text.trim() !== '');
}
