import { fail, ok, type Result } from '../../result.ts';
import { instrumentSchema, type licensedMeasures, shippedMeasures, substances, type Instrument } from './instrument.ts';
import { skeletons, type Skeleton } from './skeletons.ts';

/** Everything that is wrong with an instrument's file, in words for whoever brings it. */
export type InstrumentFault = { readonly code: 'not-an-instrument'; readonly problems: readonly string[] };

/**
 * Judges an instrument's file: its shape, that its scoring can only come out right, and, for a licensed one, that it
 * is what its skeleton says. Takes what was read (unknown); returns the instrument or every problem at once.
 */
export function checkInstrument(read: unknown): Result<Instrument, InstrumentFault> {
  const parsed = instrumentSchema.safeParse(read);
  if (!parsed.success) return fail({ code: 'not-an-instrument', problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) });
  const problems = [...itemProblems(parsed.data), ...riskProblems(parsed.data), ...sumProblems(parsed.data), ...skeletonProblems(parsed.data)];
  return problems.length === 0 ? ok(parsed.data) : fail({ code: 'not-an-instrument', problems });
}

function itemProblems(instrument: Instrument): readonly string[] {
  const numbers = instrument.items.map((item) => item.number);
  const named = [...instrument.scoring.skips.flatMap(({ when, skip }) => [...when.map(({ item }) => item), ...skip]), ...instrument.scoring.subscales.flatMap(({ items }) => items), ...instrument.risks.map(({ item }) => item)];
  return [
    ...(numbers.some((number, index) => number !== index + 1) ? ['Items must be numbered 1, 2, 3 … in printed order.'] : []),
    ...instrument.items.filter((item) => instrument.answerSets[item.answers] === undefined).map((item) => `Item ${item.number} names answers that are not there: ${item.answers}.`),
    ...named.filter((number) => !numbers.includes(number)).map((number) => `A rule names item ${number}, which is not there.`),
    ...(instrument.perSubstance && !instrument.items.some((item) => item.text.includes('{substance}')) ? ['A form asked for each drug needs {substance} where it has its gap.'] : []),
    ...(instrument.perSubstance ? [] : instrument.items.filter((item) => item.text.includes('{substance}')).map((item) => `Item ${item.number} has a gap for a drug, but the form is not asked for each drug.`)),
  ];
}

/** A risk must tell some answers to its item from others, and be at the worse end of what they count. */
function riskProblems({ risks, items, answerSets, scoring }: Instrument): readonly string[] {
  return risks.flatMap((risk) => {
    const item = items.find(({ number }) => number === risk.item);
    if (item === undefined) return [];
    const values = (answerSets[item.answers] ?? []).map(({ value }) => value);
    const isRisk = (value: number): boolean => ('atLeast' in risk ? value >= risk.atLeast : value <= risk.atMost);
    const higherIsWorse = (scoring.higherIs === 'worse') !== (item.counts === 'reversed');
    return [
      ...(values.every(isRisk) || !values.some(isRisk) ? [`The risk of item ${item.number} is every answer, or none.`] : []),
      ...(item.counts !== 'not-scored' && 'atLeast' in risk !== higherIsWorse ? [`The risk of item ${item.number} is at the better end of its answers.`] : []),
    ];
  });
}

/** The lowest and highest sum must be what the answers make, and bands must cover every sum once. */
function sumProblems(instrument: Instrument): readonly string[] {
  const { min, max, bands, conversion, cutOffs } = instrument.scoring;
  const counted = instrument.items.filter((item) => item.counts !== 'not-scored');
  const sum = (end: (...values: readonly number[]) => number): number => counted.reduce((total, item) => total + end(...(instrument.answerSets[item.answers] ?? [{ value: 0 }]).map(({ value }) => value)), 0);
  const raw = { min: sum(Math.min), max: sum(Math.max) };
  const problems: string[] = [];
  if (conversion === undefined && (raw.min !== min || raw.max !== max)) problems.push(`The answers add up to ${raw.min}–${raw.max}, the scoring says ${min}–${max}.`);
  if (conversion !== undefined && !convertsAll(conversion, raw)) problems.push(`The conversion needs one row for each sum from ${raw.min} to ${raw.max}, rising.`);
  if (conversion !== undefined && (conversion[0]?.metric !== min || conversion.at(-1)?.metric !== max)) problems.push('The scoring must go from the first metric score of the conversion to the last.');
  const sorted = [...bands].sort((one, other) => one.from - other.from);
  const touching = sorted.every((band, index) => band.from <= band.to && (index === 0 ? band.from === min : band.from === (sorted[index - 1]?.to ?? 0) + 1));
  if (sorted.length > 0 && conversion === undefined && (!touching || sorted.at(-1)?.to !== max)) problems.push('The bands must cover every sum once.');
  if (cutOffs.some(({ at }) => at <= min || at > max)) problems.push('A cut-off lies outside the sums.');
  if (instrument.perSubstance && cutOffs.some(({ substance }) => substance === undefined)) problems.push('Each cut-off must name its drug.');
  if (cutOffs.length > substances.length) problems.push('There are more cut-offs than drugs.');
  return problems;
}

function convertsAll(rows: readonly { readonly raw: number; readonly metric: number }[], { min, max }: { readonly min: number; readonly max: number }): boolean {
  return rows.length === max - min + 1 && rows.every((row, index) => row.raw === min + index && (index === 0 || row.metric > (rows[index - 1]?.metric ?? 0)));
}

/** What a licensed file must agree with: it cannot bring another scoring under a known name. */
function skeletonProblems(instrument: Instrument): readonly string[] {
  if ((shippedMeasures as readonly string[]).includes(instrument.id)) return instrument.licence.kind === 'licensed-to-this-prison' ? ['This measure is not under such a licence.'] : [];
  const skeleton = skeletons[instrument.id as (typeof licensedMeasures)[number]];
  const { scoring, items, answerSets, licence } = instrument;
  const valuesOf = (item: Instrument['items'][number]): string => (answerSets[item.answers] ?? []).map(({ value }) => value).join(',');
  return [
    ...(licence.kind === 'licensed-to-this-prison' ? [] : ['The licence must be the one given to this prison.']),
    ...(items.length === skeleton.items.length ? [] : [`It has ${skeleton.items.length} items, the file has ${items.length}.`]),
    ...items.filter((item, index) => index < skeleton.items.length && skeleton.items[index]?.values.includes(valuesOf(item)) !== true).map((item) => `Item ${item.number} has other answers than the published form.`),
    ...items.filter((item, index) => (item.counts ?? 'as-is') !== (skeleton.items[index]?.counts ?? 'as-is')).map((item) => `Item ${item.number} must count as in the published form.`),
    ...(sharesAnswers(instrument, skeleton) ? [] : ['Items that are printed with one set of answers must name one set, and not that of another item.']),
    ...(scoring.skips.length === 0 ? [] : ['No item of the published form may be skipped.']),
    ...(scoring.proRateAtMost <= (skeleton.proRateAtMost ?? 0) ? [] : ['The published form does not let the mean stand for so many items.']),
    ...(!skeleton.asksRisk || instrument.risks.length > 0 ? [] : ['The file must name the answers that say somebody may be in danger.']),
    ...(scoring.higherIs === skeleton.higherIs ? [] : ['A higher sum means the opposite in the published form.']),
    ...(scoring.reliableChange === skeleton.reliableChange ? [] : ['The least change that counts is not the published one.']),
    ...((scoring.conversion !== undefined) === skeleton.converts ? [] : [skeleton.converts ? 'The conversion table is missing.' : 'This measure has no conversion table.']),
  ];
}

/** Where items share a set of answers: they name one, whose words are not those of the item it is unlike. */
function sharesAnswers({ items, answerSets }: Instrument, { sharedAnswers: shared }: Skeleton): boolean {
  if (shared === undefined) return true;
  const wordsOf = (number: number): string => (answerSets[items[number - 1]?.answers ?? ''] ?? []).map(({ label }) => label.trim()).join('|');
  return new Set(shared.items.map((number) => items[number - 1]?.answers)).size === 1 && shared.items.every((number) => wordsOf(number) !== wordsOf(shared.unlike));
}
