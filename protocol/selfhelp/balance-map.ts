import { z } from 'zod/mini';
import { areas, areaSchema, ratingSchema } from './schema.ts';

/**
 * Cards to pick from, by area: typical examples of each (domain.md 2.1), in our own words in `renderer/text`. A card that
 * a later release drops still opens, because a map keeps only its name.
 */
export const mapCards = {
  situations: ['offered', 'arguments', 'debt', 'bad-news', 'visits', 'people-who-use', 'weekends', 'release-day'],
  thoughts: ['one-wont-hurt', 'no-point', 'my-fault', 'their-fault', 'cannot-cope', 'deserve-it', 'nobody-cares', 'too-late'],
  emotions: ['low', 'anxious', 'angry', 'guilty', 'ashamed', 'lonely', 'bored', 'numb'],
  body: ['craving', 'withdrawal', 'pain', 'poor-sleep', 'tense', 'restless', 'tired', 'appetite'],
  behaviours: ['using', 'staying-away', 'fighting', 'putting-off', 'hurting-myself', 'trading', 'lying', 'sleeping-all-day'],
  lifestyle: ['family', 'housing', 'work', 'money', 'empty-days', 'friends-who-use', 'health', 'no-hope-plan'],
} as const satisfies Record<(typeof areas)[number], readonly string[]>;

/** How many own words an area takes, and how long one may be, in UTF-16 units. */
export const MAX_ITEMS = 20;
export const MAX_OWN_WORDS = 120;

const itemSchema = z.strictObject({
  area: areaSchema,
  /** A card's name, or null for the person's own words. */
  card: z.nullable(z.string().check(z.regex(/^[a-z-]{1,40}$/))),
  words: z.string().check(z.maxLength(MAX_OWN_WORDS)),
});
export type MapItem = z.infer<typeof itemSchema>;

/**
 * One version of somebody's balance map. Never overwritten: each saving is a record of its own, so that change over time
 * can be seen. `hard` is the person's own rating, which is not a validated measure.
 */
export const balanceMapSchema = z.strictObject({
  items: z.array(itemSchema).check(z.maxLength(areas.length * MAX_ITEMS)),
  hard: z.partialRecord(areaSchema, ratingSchema),
  /** "This makes that worse", from one area to another. */
  links: z.array(z.strictObject({ from: areaSchema, to: areaSchema })).check(z.maxLength(areas.length * (areas.length - 1))),
  /** Where the person wants to start, or null. */
  start: z.nullable(areaSchema),
});
export type BalanceMap = z.infer<typeof balanceMapSchema>;
