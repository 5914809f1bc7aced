import { z } from 'zod/mini';
import { activityIdSchema, languageSchema } from '../packs/inline-text.ts';
import { SEARCH_RULES } from './search-rules.ts';

/** First line of every search index file. */
export const SEARCH_FORMAT = 'throughline-search/1';

/** What is searched: titles weigh most, `also` holds the pack's own synonyms of the words on the page. */
export const SEARCH_FIELDS = ['title', 'text', 'also'] as const;

/** How much more a hit in a title weighs than one in the text. */
export const FIELD_BOOST = { title: 4, text: 1, also: 0.8 } as const;

/** Longest text of one passage, in characters: a page, or a part of a long one. */
export const MAX_PASSAGE = 1200;

/**
 * What is kept of a passage beside its words. Without `activityId` it is the pack itself. `page` counts from 0 and is
 * absent where the item has no pages or where the title of the item is meant. `text` is shown with the found word marked.
 */
export const passageSchema = z.object({
  id: z.int().check(z.gte(0)),
  activityId: z.optional(activityIdSchema),
  page: z.optional(z.int().check(z.gte(0))),
  title: z.string(),
  text: z.string(),
  also: z.optional(z.string()),
});
/** One thing that can be found. */
export type Passage = z.infer<typeof passageSchema>;

/** Fields MiniSearch keeps and gives back with a hit. */
export const STORED_FIELDS = ['activityId', 'page', 'title', 'text', 'also'] as const;

/**
 * The index of one pack in one language, made when the pack is built. `common`: words on so many pages that they tell
 * nothing; they are left out of `text` and are not asked of a passage. `index` is MiniSearch's own form, judged by it.
 */
export const searchFileSchema = z.object({
  format: z.literal(SEARCH_FORMAT),
  rules: z.literal(SEARCH_RULES),
  language: languageSchema,
  common: z.array(z.string()),
  index: z.looseObject({ documentCount: z.int(), serializationVersion: z.literal(2) }),
});
/** The index of one pack in one language. */
export type SearchFile = z.infer<typeof searchFileSchema>;
