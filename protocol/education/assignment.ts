import { z } from 'zod/mini';
import { packIdSchema, recordIdSchema, timeSchema } from '../ids.ts';
import { MAX_PART_CHARACTERS, MAX_PHOTOS, MAX_WORK_CHARACTERS, MAX_WORK_PARTS } from '../packs/assignment.ts';
import { activityIdSchema, languageSchema } from '../packs/inline-text.ts';
import { partIdSchema } from '../packs/quiz.ts';
import { photosSchema } from './photo.ts';

/** What was written for one part, with the question beside it, so that the tutor sees what the person was asked. */
export const workPartSchema = z.strictObject({
  partId: partIdSchema,
  ask: z.string().check(z.maxLength(4000)),
  text: z.string().check(z.maxLength(MAX_PART_CHARACTERS)),
});
export type WorkPart = z.infer<typeof workPartSchema>;

/** All that was written, at most `MAX_WORK_CHARACTERS`; that there is something at all is the hand-in's to say. */
export const workPartsSchema = z
  .array(workPartSchema)
  .check(
    z.minLength(1),
    z.maxLength(MAX_WORK_PARTS),
    z.refine((parts) => parts.reduce((sum, part) => sum + part.text.length, 0) <= MAX_WORK_CHARACTERS, 'The work is too long'),
    z.refine((parts) => new Set(parts.map(({ partId }) => partId)).size === parts.length, 'Every part stands once'),
  );

/**
 * Operation `education.hand-in`: a piece of written work, whole. `workId` is also the id of the operation, so that its
 * receipt is the work's. Handing in again is another operation: what was handed in before is never written over.
 */
export const handInSchema = z
  .strictObject({
    workId: recordIdSchema,
    packId: packIdSchema,
    packVersion: z.int().check(z.gte(1)),
    activityId: activityIdSchema,
    language: languageSchema,
    parts: workPartsSchema,
    /** Photographs of work on paper; each follows in an operation of its own. Absent where there is none. */
    photos: z.optional(photosSchema),
    /** The tablet's clock: for display (CLOCK-1). */
    writtenAt: timeSchema,
  })
  .check(z.refine(({ parts, photos = [] }) => photos.length > 0 || parts.some(({ text }) => text.trim() !== ''), 'Something is written, or photographed'));
export type HandIn = z.infer<typeof handInSchema>;

/** Kinds of operation of written work. Taking work back before it was handed over is the outbox's own (OUT-5). */
export const workOperations = { handIn: 'education.hand-in', photo: 'education.photo' } as const;
/** Change record of the person stream: a `WorkRecord`. Id: workId. */
export const workRecords = { work: 'education.work' } as const;

/** `another-go` is not a fail: it says what to do next, and the work may be handed in again. */
export const markOutcomes = ['passed', 'another-go'] as const;

/** A tutor's answer. Comments are plain text. */
export const markSchema = z.object({
  outcome: z.enum(markOutcomes),
  /** Marks got and possible, where the tutor gave any. */
  score: z.nullable(z.object({ got: z.number().check(z.gte(0), z.lte(1000)), outOf: z.number().check(z.gt(0), z.lte(1000)) })),
  comment: z.string().check(z.maxLength(4000)),
  /** Comments on single parts: part id → words. */
  partComments: z.record(partIdSchema, z.string().check(z.maxLength(2000))),
  /** As the person knows the tutor. */
  by: z.string().check(z.maxLength(120)),
  at: timeSchema,
});
export type Mark = z.infer<typeof markSchema>;

/**
 * Where a piece of work is. `waiting`: on this tablet. `handed-over`: the gateway has it and gave a number. `reading`: a
 * tutor opened it. `marked`: the answer is here. `refused`: the gateway could not take it, with the reason's code.
 */
export const workStates = ['waiting', 'handed-over', 'reading', 'marked', 'refused'] as const;
export type WorkState = (typeof workStates)[number];

/** A piece of work on the person's stream and in their database on a tablet. */
export const workRecordSchema = z.object({
  ...handInSchema.shape,
  /** `assignment`: a written task. `essay`: long answers of a quiz, marked apart from its other questions. */
  kind: z.enum(['assignment', 'essay']),
  state: z.enum(workStates),
  /** The number the gateway gave; null while the work is on this tablet only. */
  receipt: z.nullable(z.string().check(z.maxLength(20))),
  receivedAt: z.nullable(timeSchema),
  mark: z.nullable(markSchema),
  refusal: z.nullable(z.string().check(z.maxLength(60))),
  /** How many of `photos` the gateway has; it says so after each. Absent: none yet. */
  photosHere: z.optional(z.int().check(z.gte(0), z.lte(MAX_PHOTOS))),
});
export type WorkRecord = z.infer<typeof workRecordSchema>;
