import { z } from 'zod';
import {
  accessibilitySchema,
  audienceSchema,
  completionSchema,
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

const item = z
  .strictObject({
    id: slug,
    lesson: fileName.optional(),
    quiz: fileName.optional(),
    minutes: z.int('Write a whole number of minutes.').min(1),
    completion: z.optional(completionSchema),
  })
  .refine((one) => (one.lesson === undefined) !== (one.quiz === undefined), 'Name one file: a lesson or a quiz.');

/** `pack.yaml`: what the teacher says about the whole pack. Unknown words are refused, so that a slip of the pen is seen. */
export const packYamlSchema = z.strictObject({
  id: strictPackIdSchema,
  version: z.int().min(1).default(1),
  languages: z.array(languageSchema).min(1),
  title: spoken,
  summary: spoken,
  subject: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Use small letters and hyphens.'),
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
  topics: z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Use small letters and hyphens.')).max(20).optional(),
  /** In each language, groups of words that mean the same here, such as [GED, GCSE]. */
  synonyms: z.record(languageSchema, z.array(z.array(words).min(2).max(20)).max(200)).optional(),
  hazards: z.optional(accessibilitySchema.shape.hazards),
  items: z.array(item).min(1, 'A pack needs at least one lesson.'),
});
/** What the teacher says about the whole pack. */
export type PackYaml = z.infer<typeof packYamlSchema>;
