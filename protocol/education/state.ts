import { z } from 'zod/mini';
import { packIdSchema, recordIdSchema, timeSchema } from '../ids.ts';
import { activityIdSchema } from '../packs/inline-text.ts';
import { MAX_STATE_LENGTH } from '../shell/player.ts';

/**
 * What a player asked to be kept for one activity: SCORM's data model, a cmi5 unit's documents, H5P's answers. Unlike
 * progress it is one value that the next replaces. `at` is the tablet's clock, moved on so that on one tablet a later
 * state always has the later time.
 */
export const activityStateSchema = z.strictObject({
  stateId: recordIdSchema,
  packId: packIdSchema,
  packVersion: z.int().check(z.gte(1)),
  activityId: activityIdSchema,
  at: timeSchema,
  state: z.string().check(z.maxLength(MAX_STATE_LENGTH)),
});
export type ActivityState = z.infer<typeof activityStateSchema>;

/** Operation `education.state` (payload `ActivityState`), and the record on the person's stream. Id: activityId. */
export const STATE_KIND = 'education.state';

/** Bytes of a state that still fit into one sealed operation (protocol/sync/operation.ts: 400,000 characters of base64url). */
const MAX_SENT_BYTES = 280_000;

/**
 * True when a state can go to the gateway. One that cannot stays on its tablet: the work is not lost there, but does
 * not follow the person.
 */
export function isSendable(state: ActivityState): boolean {
  // A character outside ASCII takes up to three bytes in UTF-8, and a quotation mark one more in JSON.
  const written = JSON.stringify(state);
  const wide = written.replace(/[ -~]/g, '').length;
  return written.length + 2 * wide <= MAX_SENT_BYTES;
}

/**
 * Which of two states of one activity counts: the later by time, of two at the same time the one with the higher id, so
 * that tablet and gateway choose alike whatever the order they came in. The other is kept, never merged: half of one
 * bookmark and half of another is no bookmark.
 */
export function isNewerState(one: ActivityState, other: ActivityState): boolean {
  return one.at === other.at ? one.stateId > other.stateId : one.at > other.at;
}
