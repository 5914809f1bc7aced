import { z } from 'zod/mini';
import { progressDataSchema, progressVerbSchema } from '../education/schema.ts';
import { activityIdSchema } from '../packs/inline-text.ts';
import { itemKindSchema } from '../packs/manifest.ts';

/** Longest state a player may have kept for one activity, in characters: SCORM's 64,000 of suspend data and what stands around it. */
export const MAX_STATE_LENGTH = 256 * 1024;

/**
 * What the app tells the player in a pack's origin. The player learns nothing about who is learning: the app binds
 * every event to person, pack and version itself (security.md 5 F87).
 */
export const playerStartSchema = z.strictObject({
  type: z.literal('start'),
  activityId: activityIdSchema,
  kind: itemKindSchema,
  /** Path of the file to open in the pack. */
  entry: z.string().check(z.maxLength(400)),
  title: z.string().check(z.maxLength(200)),
  language: z.string().check(z.maxLength(20)),
  direction: z.enum(['ltr', 'rtl']),
  textSize: z.int().check(z.gte(100), z.lte(200)),
  theme: z.enum(['light', 'dark', 'contrast']),
  /** What the item's own standard says about starting it (`params` of the manifest's item). */
  params: z.record(z.string(), z.string()),
  /** Where the person stopped, as the player reported it. */
  resume: z.nullable(
    z.strictObject({
      page: z.int().check(z.gte(0)),
      answers: z.record(z.string(), z.unknown()),
      place: z.optional(z.string().check(z.maxLength(2000))),
    }),
  ),
  /** What the player asked to be kept for this activity, as it gave it; null when there is nothing. */
  state: z.nullable(z.string().check(z.maxLength(MAX_STATE_LENGTH))),
  /** How often this activity was handed in before, on any tablet that has told this one. */
  attempts: z.optional(z.int().check(z.gte(0))),
  /** What comes after this activity, for the button at the end. */
  next: z.nullable(z.strictObject({ activityId: activityIdSchema, title: z.string().check(z.maxLength(200)) })),
});
export type PlayerStart = z.infer<typeof playerStartSchema>;

export const appToPlayerSchema = z.union([
  playerStartSchema,
  z.strictObject({ type: z.literal('are-you-alive') }),
  z.strictObject({ type: z.literal('appearance'), textSize: z.int(), theme: z.enum(['light', 'dark', 'contrast']) }),
]);
export type AppToPlayer = z.infer<typeof appToPlayerSchema>;

/** What the player tells the app; claims, never facts: the app and the gateway judge them by the same rules. */
export const playerToAppSchema = z.union([
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('progress'), verb: progressVerbSchema, data: progressDataSchema }),
  z.strictObject({ type: z.literal('failed'), reason: z.enum(['not-found', 'not-readable', 'media', 'stopped']) }),
  /** Keep this for the activity that is open; it replaces what was kept before. */
  z.strictObject({ type: z.literal('state'), state: z.string().check(z.maxLength(MAX_STATE_LENGTH)) }),
  /** The answer to `are-you-alive`: a page that loops for ever cannot give it. */
  z.strictObject({ type: z.literal('alive') }),
  /** Somebody is at work here: the screen is not to be covered for want of a touch. */
  z.strictObject({ type: z.literal('touched') }),
  z.strictObject({ type: z.literal('open-next') }),
  z.strictObject({ type: z.literal('close') }),
]);
export type PlayerToApp = z.infer<typeof playerToAppSchema>;

/** Window message (its whole data) that hands the player its port: `ports[0]`; in the browser adapter `ports[1]` is for files. */
export const PLAYER_PORT_MESSAGE = 'throughline:player-port';

/** Window message (its whole data) with which the player's page says that it can be handed its port. */
export const PLAYER_HOST_READY = 'throughline:player-host-ready';
