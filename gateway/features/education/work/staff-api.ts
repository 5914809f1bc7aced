import { z } from 'zod/mini';
import { markOutcomes, markSchema, workPartSchema } from '#protocol/education/assignment.ts';
import { personIdSchema, prisonerNumberSchema, recordIdSchema, timeSchema } from '#protocol/ids.ts';
import { partIdSchema } from '#protocol/packs/quiz.ts';

const words = z.record(z.string(), z.string());

/** GET /work?state=&person=&receipt= : pieces of written work without their words, those waiting longest first. */
export const workQuerySchema = z.strictObject({
  state: z.optional(z.enum(['waiting', 'marked', 'all'])),
  person: z.optional(personIdSchema),
  /** The number on somebody's tablet, to find the work it stands for. */
  receipt: z.optional(z.string().check(z.maxLength(20))),
});
export const workHeadSchema = z.object({
  workId: recordIdSchema,
  personId: personIdSchema,
  prisonerNumber: prisonerNumberSchema,
  name: z.string(),
  wing: z.string(),
  kind: z.enum(['assignment', 'essay']),
  packId: z.string(),
  courseTitle: words,
  title: words,
  state: z.enum(['handed-over', 'reading', 'marked']),
  /** How many pieces this person handed in for the task before this one. */
  earlier: z.int(),
  /** The tablet it came from, as staff know it; empty when it is gone. */
  tablet: z.string(),
  receipt: z.string(),
  /** By the tablet's clock: for display only (CLOCK-1). */
  writtenAt: timeSchema,
  receivedAt: timeSchema,
  outcome: z.nullable(z.enum(markOutcomes)),
});
export type WorkHead = z.infer<typeof workHeadSchema>;
export const workListSchema = z.object({ work: z.array(workHeadSchema), waiting: z.int() });
export type WorkList = z.infer<typeof workListSchema>;

export const workParamsSchema = z.object({ workId: recordIdSchema });

/** A photograph of work on paper; `here` once it has arrived. In the order they were taken. */
const photoSchema = z.object({ photoId: recordIdSchema, here: z.boolean() });
const attemptSchema = z.object({ workId: recordIdSchema, receivedAt: timeSchema, parts: z.array(workPartSchema), photos: z.array(photoSchema), mark: z.nullable(markSchema) });
export type WorkPhoto = z.infer<typeof photoSchema>;

/** GET /work/:workId/photos/:photoId : the JPEG of one that is here. */
export const photoParamsSchema = z.object({ workId: recordIdSchema, photoId: recordIdSchema });

/** POST /work/:workId/open : the words. A POST because each reading is written into the audit. */
export const workViewSchema = z.object({
  ...workHeadSchema.shape,
  parts: z.array(workPartSchema),
  photos: z.array(photoSchema),
  mark: z.nullable(markSchema),
  /** What the machine gave for the quiz's other questions, 0 to 1; null for a written task. */
  quizScore: z.nullable(z.number()),
  /** Earlier pieces for the same task, oldest first. */
  history: z.array(attemptSchema),
});
export type WorkView = z.infer<typeof workViewSchema>;

/** POST /work/:workId/mark */
export const markRequestSchema = z.strictObject({
  outcome: z.enum(markOutcomes),
  score: z.nullable(z.strictObject({ got: z.number().check(z.gte(0), z.lte(1000)), outOf: z.number().check(z.gt(0), z.lte(1000)) })),
  comment: z.string().check(z.maxLength(4000)),
  partComments: z.record(partIdSchema, z.string().check(z.maxLength(2000))),
});
export type MarkRequest = z.infer<typeof markRequestSchema>;
