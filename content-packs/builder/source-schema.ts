import { z } from 'zod';
import {
  accessibilitySchema,
  audienceSchema,
  completionSchema,
  itemKindSchema,
  levelSchema,
  strictPackIdSchema,
} from '#protocol/packs/manifest.ts';
import { languageSchema } from '#protocol/packs/inline-text.ts';

const words = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().trim().min(1, 'Write something here.'));
const fileName = z.string().min(1);
const spoken = z.record(languageSchema, words);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.');

/** The word an importer writes for a licence or a maker that its file did not say. */
export const UNKNOWN = 'unknown';

/** Kinds of items that other programs made, and those that are one document: carried as they are, entry and folder. */
const carriedKind = z.enum(itemKindSchema.options).exclude(['lesson', 'quiz', 'assignment']);
const topic = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Use small letters and hyphens.');

/**
 * One item: a lesson, quiz or assignment that was written for this pack (a file below each language's folder), or something another
 * program made: its `kind`, the `folder` of its files below `content/`, and the `entry` to open, as paths in this folder.
 */
const item = z
  .strictObject({
    id: slug,
    lesson: fileName.optional(),
    quiz: fileName.optional(),
    /** A written task that a tutor marks. */
    assignment: fileName.optional(),
    kind: carriedKind.optional(),
    entry: fileName.optional(),
    folder: z
      .string()
      .regex(/^content\/[^/]+/, 'What other programs made lies in a folder below “content”.')
      .optional(),
    title: spoken.optional(),
    params: z.record(z.string().max(60), z.string().max(4096)).optional(),
    /** Ids of items that must be done first. */
    after: z.array(slug).max(100).optional(),
    minutes: z.int('Write a whole number of minutes.').min(1),
    completion: z.optional(completionSchema),
  })
  .refine(
    (one) => [one.lesson, one.quiz, one.assignment, one.kind].filter((said) => said !== undefined).length === 1,
    'Name one thing: a lesson, a quiz, an assignment, or the kind of what another program made.',
  )
  .refine(
    (one) => [one.entry, one.folder, one.title].every((said) => (said === undefined) === (one.kind === undefined)),
    'An item with a “kind” needs “entry”, “folder” and “title”; a lesson or quiz has none of them.',
  );

/** `pack.yaml`: what the teacher says about the whole pack. Unknown words are refused, so that a slip of the pen is seen. */
export const packYamlSchema = z.strictObject({
  id: strictPackIdSchema,
  version: z.int().min(1).default(1),
  languages: z.array(languageSchema).min(1),
  title: spoken,
  summary: spoken,
  subject: topic,
  level: z.array(levelSchema).min(1),
  readingAge: z.int().min(4).max(25).optional(),
  licence: words,
  attribution: z.array(words).min(1, 'Say who made this.'),
  source: words.optional(),
  audience: z.optional(audienceSchema),
  from: z.string().optional(),
  until: z.string().optional(),
  cover: fileName.optional(),
  coverAlt: spoken.optional(),
  needsSound: z.boolean().default(false),
  /** It can be followed with the eyes shut. */
  soundOnly: z.boolean().optional(),
  /** What the pack is one of, and its place in the order, from 1. */
  series: z.strictObject({ id: strictPackIdSchema, title: spoken, place: z.int().min(1).max(1000) }).optional(),
  /** Words to find it by, beside its subject. */
  topics: z.array(topic).max(20).optional(),
  /** In each language, groups of words that mean the same here, such as [GED, GCSE]. */
  synonyms: z.record(languageSchema, z.array(z.array(words).min(2).max(20)).max(200)).optional(),
  hazards: z.optional(accessibilitySchema.shape.hazards),
  /** Programs it cannot be played without, by the ids of their packs. */
  runtimes: z
    .array(z.strictObject({ packId: strictPackIdSchema, minVersion: z.int().min(1) }))
    .max(5)
    .optional(),
  /** For whoever finishes with at least `minMinutes` of work. */
  certificate: z.strictObject({ title: spoken, minMinutes: z.int().min(0).max(10_000) }).optional(),
  /** `runtime`: a program that other packs need, all files of `folder`, and no items (PACK-33). */
  kind: z.enum(['course', 'runtime']).default('course'),
  folder: fileName.optional(),
  items: z.array(item).default([]),
});
/** What the teacher says about the whole pack. */
export type PackYaml = z.infer<typeof packYamlSchema>;
