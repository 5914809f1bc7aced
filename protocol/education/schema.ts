import { z } from 'zod/mini';
import { packIdSchema, recordIdSchema, sha256Schema, timeSchema } from '../ids.ts';
import { activityIdSchema } from '../packs/inline-text.ts';

/**
 * xAPI's words, as far as we use them. `answered` carries a finished quiz attempt; `passed` and `failed` are what a
 * course of somebody else's making (SCORM, cmi5, H5P) says of an attempt, with its score where it gives one.
 */
export const progressVerbSchema = z.enum(['opened', 'progressed', 'answered', 'completed', 'passed', 'failed']);
export type ProgressVerb = z.infer<typeof progressVerbSchema>;

/** What happened. All optional; which are present depends on the verb. */
export const progressDataSchema = z.strictObject({
  /** Page reached, counted from 0, and how many there are. */
  page: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
  pages: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  /** Marks got and marks possible of one whole attempt. */
  score: z.optional(z.number().check(z.gte(0), z.lte(10_000))),
  outOf: z.optional(z.number().check(z.gt(0), z.lte(10_000))),
  /** Fraction needed to pass, from the verified quiz, 0 to 1. */
  passMark: z.optional(z.number().check(z.gte(0), z.lte(1))),
  /** Seconds spent since the last event, at most an hour, so that a sleeping tablet does not count. */
  seconds: z.optional(z.number().check(z.gte(0), z.lte(3600))),
  /** Share of a sound, film or document that was played or read, 0 to 1. */
  share: z.optional(z.number().check(z.gte(0), z.lte(1))),
  /** Where to go on inside it, in the player's own words: seconds of a film, an EPUB CFI, a page. */
  place: z.optional(z.string().check(z.maxLength(2000))),
  /** Answers so far, to resume a quiz; question id → answer. At most 64 kB as JSON. */
  answers: z.optional(z.record(z.string().check(z.maxLength(64)), z.unknown())),
});
export type ProgressData = z.infer<typeof progressDataSchema>;

/** One thing that happened in a course; append-only (ADR 0003). */
export const progressEventSchema = z.strictObject({
  eventId: recordIdSchema,
  packId: packIdSchema,
  packVersion: z.int().check(z.gte(1)),
  activityId: activityIdSchema,
  verb: progressVerbSchema,
  at: timeSchema,
  data: progressDataSchema,
});
export type ProgressEvent = z.infer<typeof progressEventSchema>;

/** Operation `education.progress`: one or more events. */
export const progressOperationSchema = z.strictObject({ events: z.array(progressEventSchema).check(z.minLength(1), z.maxLength(50)) });
export type ProgressOperation = z.infer<typeof progressOperationSchema>;

/** Operation kinds and change records of this feature. */
export const educationOperations = { progress: 'education.progress' } as const;
export const educationRecords = {
  /** Person stream: a `ProgressEvent`, so that a new tablet knows where the person stopped. Id: eventId. */
  progress: 'education.progress',
  /** Tablet stream: a `PackRelease`. Id: packId. */
  release: 'education.release',
} as const;

/** A published pack that this tablet should have. `people` limits who sees it; null is everyone on the tablet. */
export const packReleaseSchema = z.object({
  packId: packIdSchema,
  version: z.int().check(z.gte(1)),
  manifestSha256: sha256Schema,
  /** Shown before the pack has come: language → title. */
  title: z.record(z.string(), z.string()),
  /** Bytes still to be fetched at the most. */
  bytes: z.int().check(z.gte(0)),
  people: z.nullable(z.array(z.string())),
  publishedAt: timeSchema,
  /** Staff recommend it: it stands near the top of the catalogue. */
  staffPick: z.optional(z.boolean()),
  /** A program that courses need (PACK-33): it is fetched before them. */
  kind: z.optional(z.literal('runtime')),
  /** First and last day (`YYYY-MM-DD`, the tablet's calendar) on which the prison shows it; a pack's own days narrow this. */
  from: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  until: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
});
export type PackRelease = z.infer<typeof packReleaseSchema>;
