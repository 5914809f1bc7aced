import { z } from 'zod/mini';

/** BCP 47, as far as packs use it: `en`, `cy`, `pt-br`; always lower case, so that one language has one spelling (PACK-9). */
export const languageSchema = z.string().check(z.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/), z.maxLength(35));
/** A language code such as `en` or `cy`. */
export type Language = z.infer<typeof languageSchema>;

/** Which way the language is written; the player puts it on `dir`. */
export const directionSchema = z.enum(['ltr', 'rtl']);

/**
 * The stable name of one lesson or quiz: `<pack id>.<slug>`. Progress hangs on it, so it survives new
 * versions of the pack and is never used again for something else (PACK-8).
 */
export const activityIdSchema = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(128))
  .brand<'ActivityId'>();
/** A stable name such as `fractions-you-can-use.halves-and-quarters`. */
export type ActivityId = z.infer<typeof activityIdSchema>;

const words = z.string().check(z.minLength(1), z.maxLength(4000));
const wholeNumber = z.int().check(z.gte(0), z.lte(1_000_000));

/**
 * One run of text inside a line. Flat on purpose: a run carries its own emphasis, so there is no tree
 * to go deep, and no HTML ever reaches the player (PACK-20).
 */
export const inlineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: words, strong: z.optional(z.boolean()), em: z.optional(z.boolean()) }),
  z.object({ kind: z.literal('code'), text: words }),
  /** Goes to another lesson or quiz of the same pack; there are no other links (PACK-21). */
  z.object({ kind: z.literal('link'), activityId: activityIdSchema, text: words }),
  /** Drawn stacked, as MathML: `whole` only for mixed numbers such as 2½. */
  z.object({ kind: z.literal('fraction'), whole: z.optional(wholeNumber), top: wholeNumber, bottom: wholeNumber }),
  z.object({ kind: z.literal('break') }),
]);
/** One run of text: text (maybe strong or em), code, link, fraction or line break. */
export type Inline = z.infer<typeof inlineSchema>;

/** One line or paragraph: a list of runs. */
export const lineSchema = z.readonly(z.array(inlineSchema).check(z.minLength(1), z.maxLength(500)));
/** One line or paragraph of runs. */
export type Line = z.infer<typeof lineSchema>;

/** A few paragraphs: transcripts, prompts, feedback. */
export const paragraphsSchema = z.readonly(z.array(lineSchema).check(z.maxLength(400)));
/** A few paragraphs. */
export type Paragraphs = z.infer<typeof paragraphsSchema>;

/** The words of a line with nothing around them: for search, for `alt`-like labels and for read-aloud. */
export function plainText(line: Line): string {
  return line.map(plainRun).join('');
}

function plainRun(run: Inline): string {
  switch (run.kind) {
    case 'text':
    case 'code':
    case 'link':
      return run.text;
    case 'fraction':
      return `${run.whole === undefined ? '' : `${String(run.whole)} `}${String(run.top)}/${String(run.bottom)}`;
    case 'break':
      return ' ';
  }
}
