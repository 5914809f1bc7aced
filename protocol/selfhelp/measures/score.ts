import { answersOf, type Answers, type Instrument, type InstrumentItem, type Substance } from './instrument.ts';

/** What a form comes to. Only a complete one has a band, cut-offs and subscales. */
export type Scored =
  | {
      readonly state: 'complete';
      readonly total: number;
      /** Id of the band, or undefined where the measure has none. */
      readonly band: string | undefined;
      /** Undefined where no cut-off is known for it. */
      readonly atCutOff: boolean | undefined;
      readonly subscales: readonly { readonly id: string; readonly total: number; readonly atCutOff: boolean }[];
    }
  /** The mean of the answered items stood for the missing ones; to be read with care, and without a band. */
  | { readonly state: 'pro-rated'; readonly total: number; readonly missing: readonly number[] }
  | { readonly state: 'partial'; readonly missing: readonly number[] };

/**
 * Scores a form by the instrument's own rules. Answers that are not among an item's choices count as not given, so a
 * damaged record can never come out as a sum. `substance` matters for cut-offs by substance (SDS).
 */
export function scoreForm(instrument: Instrument, given: Answers, substance?: Substance): Scored {
  const answers = validAnswers(instrument, given);
  const skipped = skippedItems(instrument, answers);
  const counted = instrument.items.filter((item) => item.counts !== 'not-scored');
  const missing = counted.filter((item) => !skipped.has(item.number) && answers[item.number] === undefined).map((item) => item.number);
  const pointsOf = (items: readonly InstrumentItem[]): number => items.reduce((sum, item) => sum + pointsFor(instrument, item, skipped.has(item.number) ? undefined : answers[item.number]), 0);
  if (missing.length > 0) {
    if (missing.length > instrument.scoring.proRateAtMost) return { state: 'partial', missing };
    const answered = counted.filter((item) => !missing.includes(item.number));
    return { state: 'pro-rated', total: toTenth((pointsOf(answered) / answered.length) * counted.length), missing };
  }
  const raw = pointsOf(counted);
  const total = convert(instrument, raw);
  const { bands, cutOffs, subscales } = instrument.scoring;
  const cutOff = cutOffs.find((each) => each.substance === undefined || each.substance === substance);
  return {
    state: 'complete',
    total,
    band: bands.find((band) => total >= band.from && total <= band.to)?.id,
    atCutOff: cutOff === undefined ? undefined : total >= cutOff.at,
    subscales: subscales.map(({ id, items, cutOff: at }) => {
      const sum = pointsOf(counted.filter((item) => items.includes(item.number)));
      return { id, total: sum, atCutOff: sum >= at };
    }),
  };
}

/** Items that the answers so far make needless (WHO's rule for AUDIT). */
export function skippedItems(instrument: Instrument, answers: Answers): ReadonlySet<number> {
  const rules = instrument.scoring.skips.filter(({ when }) => when.every(({ item, is }) => answers[item] === is));
  return new Set(rules.flatMap(({ skip }) => skip));
}

/** The items to be asked, in printed order, as far as the answers so far tell. */
export function askedItems(instrument: Instrument, answers: Answers): readonly InstrumentItem[] {
  const skipped = skippedItems(instrument, answers);
  return instrument.items.filter((item) => !skipped.has(item.number));
}

/** Item numbers whose answer says that somebody may be in danger; read from any form, finished or not. */
export function riskItems(instrument: Instrument, answers: Answers): readonly number[] {
  const isRisk = (risk: Instrument['risks'][number]): boolean => {
    const answer = answers[risk.item];
    if (answer === undefined) return false;
    return 'atLeast' in risk ? answer >= risk.atLeast : answer <= risk.atMost;
  };
  return instrument.risks.filter(isRisk).map(({ item }) => item);
}

/**
 * PHQ-9's algorithm beside its sum: symptoms on more than half the days, item 9 counting from several days on, with
 * item 1 or 2 among them. Undefined for another instrument or a form that is not complete. Never shown as a diagnosis.
 */
export function phq9Algorithm(instrument: Instrument, answers: Answers): 'five-or-more' | 'two-to-four' | 'fewer' | undefined {
  if (instrument.scoring.algorithm !== 'phq-9' || scoreForm(instrument, answers).state !== 'complete') return undefined;
  const present = (item: number): boolean => (answers[item] ?? 0) >= (item === 9 ? 1 : 2);
  const count = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter(present).length;
  if (count < 2 || !(present(1) || present(2))) return 'fewer';
  return count >= 5 ? 'five-or-more' : 'two-to-four';
}

function validAnswers(instrument: Instrument, given: Answers): Answers {
  return Object.fromEntries(instrument.items.flatMap((item) => {
    const value = given[item.number];
    return value !== undefined && answersOf(instrument, item).some((answer) => answer.value === value) ? [[item.number, value]] : [];
  }));
}

/** A skipped item counts nothing. A reversed one counts from the other end of its own answers. */
function pointsFor(instrument: Instrument, item: InstrumentItem, answer: number | undefined): number {
  if (answer === undefined) return 0;
  if (item.counts !== 'reversed') return answer;
  const values = answersOf(instrument, item).map(({ value }) => value);
  return Math.max(...values) + Math.min(...values) - answer;
}

function convert(instrument: Instrument, raw: number): number {
  const { conversion } = instrument.scoring;
  return conversion === undefined ? raw : (conversion.find((row) => row.raw === raw)?.metric ?? raw);
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
