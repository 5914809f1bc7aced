import { z } from 'zod/mini';

/** Measures whose items are at hand, each a folder of that name below `content-packs/instruments`. */
export const shippedMeasures = ['phq-9', 'gad-7', 'phq-4', 'core-10', 'audit', 'audit-c', 'sds', 'ucla-3'] as const;
/** Measures whose items only a licensed file brings (domain.md 2.3): here they are skeletons without a word of them. */
export const licensedMeasures = ['wemwbs', 'swemwbs', 'reqol-10', 'dudit'] as const;
export const measureIds = [...shippedMeasures, ...licensedMeasures] as const;
export type MeasureId = (typeof measureIds)[number];

/** Which stretch of time an answer is about: what the form says, or that long before prison (domain.md 2.3, custody trap). */
export const recallWindows = ['as-printed', 'before-custody'] as const;
export type RecallWindow = (typeof recallWindows)[number];

/** What SDS is asked about, one at a time; its cut-offs differ by it. */
export const substances = ['heroin', 'cocaine', 'cannabis', 'amphetamine', 'benzodiazepines', 'alcohol'] as const;
export type Substance = (typeof substances)[number];

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const itemNumber = z.int().check(z.gte(1), z.lte(40));
const score = z.number().check(z.gte(0), z.lte(100));

const itemSchema = z.strictObject({
  number: itemNumber,
  /** Verbatim. `{substance}` stands where the printed form has a gap for the drug. */
  text: words(400),
  /** Which set of answers. */
  answers: words(40),
  /** Absent: counts as it is. `reversed`: counts from the other end. `not-scored`: printed with the form, outside its sum. */
  counts: z.optional(z.enum(['reversed', 'not-scored'])),
});

const bandSchema = z.strictObject({ id: z.string().check(z.regex(/^[a-z][a-z-]{2,40}$/)), from: score, to: score });

const scoringSchema = z.strictObject({
  min: score,
  max: score,
  /** Whether a higher sum is worse or better. */
  higherIs: z.enum(['worse', 'better']),
  /** How many unanswered items the mean of the others may stand for. Such a sum never gets a band. */
  proRateAtMost: z.int().check(z.gte(0), z.lte(3)),
  /** Items that need not be asked after these answers; each then counts 0 and the form is complete. */
  skips: z.array(z.strictObject({ when: z.array(z.strictObject({ item: itemNumber, is: score })).check(z.minLength(1)), skip: z.array(itemNumber).check(z.minLength(1)) })),
  bands: z.array(bandSchema),
  /** A sum at or above it is worth talking about; for SDS one for each substance. */
  cutOffs: z.array(z.strictObject({ at: score, substance: z.optional(z.enum(substances)) })),
  subscales: z.array(z.strictObject({ id: z.string().check(z.regex(/^[a-z][a-z-]{2,40}$/)), items: z.array(itemNumber).check(z.minLength(1)), cutOff: score })),
  /** The least change that is more than chance, where one was published. */
  reliableChange: z.nullable(score),
  /** A named rule beyond the sum. */
  algorithm: z.optional(z.literal('phq-9')),
  /** Raw sum to metric score, from the licensed file (SWEMWBS); in steps of one raw point. */
  conversion: z.optional(z.array(z.strictObject({ raw: score, metric: score }))),
});

/** One instrument as data: wording, licence, scoring and source together, so that a clinician can check it on one page. */
export const instrumentSchema = z.strictObject({
  id: z.enum(measureIds),
  version: words(60),
  /** BCP 47: the published wording is in it. Never a translation of ours. */
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/)),
  name: words(120),
  licence: z.strictObject({
    kind: z.enum(['public-domain', 'non-commercial', 'verbatim-only', 'permission-to-confirm', 'licensed-to-this-prison']),
    /** Shown with the measure. */
    attribution: words(500),
    notice: words(1500),
  }),
  sources: z.array(words(300)).check(z.minLength(1)),
  /** The printed instruction, where the form has one. */
  instruction: z.optional(words(700)),
  recall: z.strictObject({
    /** Days the form asks about; 0 where it names none. */
    days: z.int().check(z.gte(0), z.lte(366)),
    /** Not asked again before so many days. */
    again: z.int().check(z.gte(7), z.lte(366)),
    /** `asked`: somebody in custody says which stretch of time they answer for. */
    custodyWindow: z.enum(['no', 'asked']),
  }),
  /** Asked once for each, with its own result. */
  perSubstance: z.boolean(),
  answerSets: z.record(z.string(), z.array(z.strictObject({ value: z.int().check(z.gte(0), z.lte(10)), label: words(120) })).check(z.minLength(2), z.maxLength(7))),
  items: z.array(itemSchema).check(z.minLength(1), z.maxLength(40)),
  scoring: scoringSchema,
  /** Answers that open the Act now screen at once, whatever the sum; `atMost` where the lower value is the worse answer. */
  risks: z.array(z.union([z.strictObject({ item: itemNumber, atLeast: score }), z.strictObject({ item: itemNumber, atMost: score })])),
  /** The longer measure to offer at such a sum. */
  followUp: z.optional(z.strictObject({ at: score, measure: z.enum(measureIds) })),
});
export type Instrument = z.infer<typeof instrumentSchema>;
export type InstrumentItem = Instrument['items'][number];

/** Answers by item number; an item that was passed over is absent. */
export type Answers = Readonly<Record<number, number>>;

/** The answers one may give to an item, in printed order. */
export function answersOf(instrument: Instrument, item: InstrumentItem): readonly { readonly value: number; readonly label: string }[] {
  return instrument.answerSets[item.answers] ?? [];
}
