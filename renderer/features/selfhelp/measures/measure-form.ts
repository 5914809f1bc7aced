import { z } from 'zod/mini';
import type { Measure } from '#protocol/selfhelp/measure.ts';
import { recallWindows, substances, type Answers, type Instrument, type InstrumentItem, type RecallWindow, type Substance } from '#protocol/selfhelp/measures/instrument.ts';
import type { DatedScore } from '#protocol/selfhelp/measures/compare-scores.ts';
import { askedItems, riskItems, scoreForm } from '#protocol/selfhelp/measures/score.ts';

/** A questionnaire while it is being answered. */
export const measureFormSchema = z.strictObject({
  /** What was told about alerts before the first question: it holds for this form, whatever changes meanwhile. */
  told: z.nullable(z.strictObject({ version: z.int(), worryingAnswers: z.boolean() })),
  /** The question on the screen; null before the first. */
  at: z.nullable(z.int()),
  answers: z.record(z.string(), z.int()),
  window: z.nullable(z.enum(recallWindows)),
  substance: z.nullable(z.enum(substances)),
  /** Questions whose worrying answer has opened the help screen. */
  helped: z.array(z.int()),
});
export type MeasureForm = z.infer<typeof measureFormSchema>;

export const EMPTY_FORM: MeasureForm = { told: null, at: null, answers: {}, window: null, substance: null, helped: [] };

/** Whether all that is asked before the first question is there. */
export function canBegin(instrument: Instrument, form: MeasureForm): boolean {
  return (instrument.recall.custodyWindow === 'no' || form.window !== null) && (!instrument.perSubstance || form.substance !== null);
}

/** The question on the screen, its place and how many there are. Answers may have made it needless: then the next one. */
export function itemAt(instrument: Instrument, form: MeasureForm): { readonly item: InstrumentItem; readonly place: number; readonly count: number } | undefined {
  const items = askedItems(instrument, form.answers);
  const place = items.findIndex((item) => item.number >= (form.at ?? 1));
  const item = items[place];
  return item === undefined ? undefined : { item, place: place + 1, count: items.length };
}

/** The number of the question after, or before, the one on the screen; undefined at the end. */
export function neighbourOf(instrument: Instrument, form: MeasureForm, step: 1 | -1): number | undefined {
  const items = askedItems(instrument, form.answers);
  const here = items.findIndex((item) => item.number >= (form.at ?? 1));
  return items[here + step]?.number;
}

/** Whether leaving the question on the screen gives a worrying answer that nothing was done about yet. */
export function isWorrying(instrument: Instrument, form: MeasureForm): boolean {
  return form.at !== null && riskItems(instrument, form.answers).includes(form.at) && !form.helped.includes(form.at);
}

/** Whether a worrying answer stands in the form about which nothing was done, because it could not be done then. */
export function owesHelp(instrument: Instrument, form: MeasureForm): boolean {
  return riskItems(instrument, form.answers).some((number) => !form.helped.includes(number));
}

/** The record a form makes: an answer for each item, null where it was left out or needless. */
export function finishForm(instrument: Instrument, form: MeasureForm): Measure {
  const asked = new Set(askedItems(instrument, form.answers).map((item) => item.number));
  return {
    instrument: instrument.id,
    version: instrument.version,
    language: instrument.language,
    window: instrument.recall.custodyWindow === 'no' ? null : form.window,
    about: instrument.perSubstance ? form.substance : null,
    answers: Object.fromEntries(instrument.items.map(({ number }) => [String(number), asked.has(number) ? (form.answers[String(number)] ?? null) : null])),
  };
}

/** A record's answers as they are scored. */
export function answersOfRecord(measure: Measure): Answers {
  return Object.fromEntries(Object.entries(measure.answers).flatMap(([number, value]) => (value === null ? [] : [[Number(number), value]])));
}

/** A record's result with what it may be compared by. */
export function scoreRecord(instrument: Instrument, measure: Measure): DatedScore {
  const substance = substanceOf(measure);
  return { scored: scoreForm(instrument, answersOfRecord(measure), substance), version: measure.version, window: windowOf(measure), substance };
}

function substanceOf(measure: Measure): Substance | undefined {
  return substances.find((each) => each === measure.about);
}

function windowOf(measure: Measure): RecallWindow {
  return recallWindows.find((each) => each === measure.window) ?? 'as-printed';
}

/** The wording of an item, with the drug's English name where the form has its gap. */
export function wordingOf(item: InstrumentItem, substance: Substance | null): string {
  return item.text.replaceAll('{substance}', substance ?? 'this drug');
}
