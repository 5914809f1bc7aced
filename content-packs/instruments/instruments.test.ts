import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compareScores } from '#protocol/selfhelp/measures/compare-scores.ts';
import { answersOf, shippedMeasures, substances, type Answers, type Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import { askedItems, phq9Algorithm, riskItems, scoreForm } from '#protocol/selfhelp/measures/score.ts';
import { checkInstrumentText, readShippedInstrument } from './read-instruments.ts';

const all = new Map<string, Instrument>();
for (const id of shippedMeasures) {
  const read = await readShippedInstrument(id);
  if (!read.ok) throw new Error(`${id}: ${read.error.problems.join(' ')}`);
  all.set(id, read.value);
}
const the = (id: (typeof shippedMeasures)[number]): Instrument => all.get(id)!;
/** Answers in printed order; null is an item passed over. */
const form = (...values: readonly (number | null)[]): Answers => Object.fromEntries(values.flatMap((value, index) => (value === null ? [] : [[index + 1, value]])));
const times = (count: number, value: number): readonly number[] => Array.from({ length: count }, () => value);

/** The published bands, written out once more by hand: a change of a folder must be made twice, and seen. */
const BANDS: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  'phq-9': [['minimal', 0, 4], ['mild', 5, 9], ['moderate', 10, 14], ['moderately-severe', 15, 19], ['severe', 20, 27]],
  'gad-7': [['minimal', 0, 4], ['mild', 5, 9], ['moderate', 10, 14], ['severe', 15, 21]],
  'phq-4': [['minimal', 0, 2], ['mild', 3, 5], ['moderate', 6, 8], ['severe', 9, 12]],
  'core-10': [['low', 0, 10], ['mild', 11, 14], ['moderate', 15, 19], ['moderate-to-severe', 20, 24], ['severe', 25, 40]],
  audit: [['lower-risk', 0, 7], ['increasing-risk', 8, 15], ['higher-risk', 16, 19], ['possible-dependence', 20, 40]],
  'audit-c': [['lower-risk', 0, 4], ['increasing-risk', 5, 7], ['higher-risk', 8, 10], ['possible-dependence', 11, 12]],
  sds: [],
  'ucla-3': [['not-lonely', 3, 5], ['lonely', 6, 9]],
};
const CUT_OFFS: Readonly<Record<string, number | undefined>> = { 'phq-9': 10, 'gad-7': 10, 'phq-4': undefined, 'core-10': 11, audit: 8, 'audit-c': 5, 'ucla-3': 6 };

/** A complete form that adds up to `total`, whatever its answers are worth; undefined where none does. */
function formWithTotal(instrument: Instrument, total: number): Answers | undefined {
  let reached = new Map<number, Answers>([[0, {}]]);
  for (const item of instrument.items) {
    const next = new Map<number, Answers>();
    for (const [sum, answers] of reached)
      for (const { value } of answersOf(instrument, item)) {
        const points = item.counts === 'not-scored' ? 0 : item.counts === 'reversed' ? 4 - value : value;
        next.set(sum + points, { ...answers, [item.number]: value });
      }
    reached = next;
  }
  return reached.get(total);
}

describe('every measure', () => {
  it.each(shippedMeasures)('%s gives each possible sum exactly the published band and cut-off', (id) => {
    const instrument = the(id);
    const { min, max } = instrument.scoring;
    for (let total = min; total <= max; total += 1) {
      const answers = formWithTotal(instrument, total);
      expect([total, answers === undefined]).toEqual([total, false]);
      const scored = scoreForm(instrument, answers!, instrument.perSubstance ? 'heroin' : undefined);
      if (scored.state !== 'complete') throw new Error('not complete');
      const band = BANDS[id]!.find(([, from, to]) => total >= from && total <= to)?.[0];
      const cutOff = instrument.perSubstance ? 3 : CUT_OFFS[id];
      expect([scored.total, scored.band, scored.atCutOff]).toEqual([total, band, cutOff === undefined ? undefined : total >= cutOff]);
    }
  });

  it.each(shippedMeasures)('%s never gives a band, a cut-off or a sum to a form that is not complete, whatever is missing', (id) => {
    const instrument = the(id);
    const arbitrary = fc.tuple(...instrument.items.map((item) => fc.option(fc.constantFrom(...answersOf(instrument, item).map(({ value }) => value)))));
    fc.assert(
      fc.property(arbitrary, (values) => {
        const answers = form(...values);
        const missing = askedItems(instrument, answers).filter((item) => item.counts !== 'not-scored' && answers[item.number] === undefined);
        const scored = scoreForm(instrument, answers);
        if (missing.length === 0) return scored.state === 'complete' && scored.total >= instrument.scoring.min && scored.total <= instrument.scoring.max;
        return !('band' in scored) && scored.state === (missing.length <= instrument.scoring.proRateAtMost ? 'pro-rated' : 'partial');
      }),
    );
  });

  it.each(shippedMeasures)('%s takes an answer that is not printed as none at all', (id) => {
    const instrument = the(id);
    fc.assert(fc.property(fc.constantFrom(...instrument.items), fc.integer(), (item, value) => {
      fc.pre(!answersOf(instrument, item).some((answer) => answer.value === value));
      const full = formWithTotal(instrument, instrument.scoring.max)!;
      return item.counts === 'not-scored' || scoreForm(instrument, { ...full, [item.number]: value }).state !== 'complete';
    }));
  });

  it.each(shippedMeasures)('%s rises by what an answer rises, unless the item is reversed', (id) => {
    const instrument = the(id);
    for (const item of instrument.items.filter((each) => each.counts !== 'not-scored')) {
      // From a form that skips nothing.
      const base = formWithTotal(instrument, instrument.scoring.max)!;
      const totals = answersOf(instrument, item).filter(({ value }) => value > 0).map(({ value }) => scoreForm(instrument, { ...base, [item.number]: value })).map((scored) => (scored.state === 'complete' ? scored.total : NaN));
      const sorted = [...totals].sort((a, b) => (item.counts === 'reversed' ? b - a : a - b));
      expect(totals).toEqual(sorted);
    }
  });

  it.each(shippedMeasures)('%s has its licence in words beside it, and says when it may be asked again', async (id) => {
    const instrument = the(id);
    expect((await readFile(new URL(`${id}/LICENCE.md`, import.meta.url), 'utf8')).length).toBeGreaterThan(100);
    expect(instrument.recall.again).toBeGreaterThanOrEqual(instrument.recall.days);
    expect(instrument.language).toBe('en');
  });
});

describe('PHQ-9', () => {
  const phq9 = the('phq-9');
  it('counts nine items and leaves the tenth out of the sum', () => {
    expect(scoreForm(phq9, form(...times(9, 3), 3))).toMatchObject({ state: 'complete', total: 27, band: 'severe' });
    expect(scoreForm(phq9, form(...times(9, 1)))).toMatchObject({ state: 'complete', total: 9, band: 'mild' });
  });
  it('raises the alarm for every answer to item 9 but “Not at all”, whatever the sum, on a form that is not finished too', () => {
    expect(riskItems(phq9, form(...times(8, 0), 1))).toEqual([9]);
    expect(riskItems(phq9, { 9: 3 })).toEqual([9]);
    expect(riskItems(phq9, form(...times(8, 3), 0))).toEqual([]);
  });
  it.each([
    [[2, 2, 2, 2, 2, 0, 0, 0, 0], 'five-or-more'],
    [[2, 2, 2, 2, 0, 0, 0, 0, 1], 'five-or-more'],
    [[2, 2, 2, 2, 0, 0, 0, 0, 0], 'two-to-four'],
    [[0, 0, 2, 2, 2, 2, 2, 2, 3], 'fewer'],
    [[2, 0, 0, 0, 0, 0, 0, 0, 1], 'two-to-four'],
    [[3, 0, 0, 0, 0, 0, 0, 0, 0], 'fewer'],
    [[1, 1, 1, 1, 1, 1, 1, 1, 0], 'fewer'],
  ] as const)('reads %j by its algorithm as %s', (values, outcome) => {
    expect(phq9Algorithm(phq9, form(...values))).toBe(outcome);
  });
  it('has no algorithm for a form that is not complete, or for another measure', () => {
    expect(phq9Algorithm(phq9, form(3, 3, 3))).toBeUndefined();
    expect(phq9Algorithm(the('gad-7'), form(...times(7, 3)))).toBeUndefined();
  });
  it('offers exactly the four printed answers, “Not at all” first', () => {
    expect(answersOf(phq9, phq9.items[8]!).map(({ label }) => label)).toEqual(['Not at all', 'Several days', 'More than half the days', 'Nearly every day']);
    expect(answersOf(the('gad-7'), the('gad-7').items[0]!)[0]!.label).toBe('Not at all');
  });
});

describe('PHQ-4', () => {
  it('asks anxiety first, and counts its two halves apart', () => {
    expect(scoreForm(the('phq-4'), form(3, 0, 1, 1))).toMatchObject({ total: 5, band: 'mild', subscales: [{ id: 'anxiety', total: 3, atCutOff: true }, { id: 'depression', total: 2, atCutOff: false }] });
    expect(the('phq-4').items.map((item) => item.text)).toEqual([the('gad-7').items[0]!.text, the('gad-7').items[1]!.text, the('phq-9').items[0]!.text, the('phq-9').items[1]!.text]);
  });
});

describe('CORE-10', () => {
  const core = the('core-10');
  it('reverses items 2 and 3 and no others', () => {
    expect(core.items.filter((item) => item.counts === 'reversed').map((item) => item.number)).toEqual([2, 3]);
    expect(scoreForm(core, form(...times(10, 0)))).toMatchObject({ total: 8 });
    expect(scoreForm(core, form(0, 4, 4, 0, 0, 0, 0, 0, 0, 0))).toMatchObject({ total: 0, band: 'low' });
    expect(scoreForm(core, form(...times(10, 4)))).toMatchObject({ total: 32, band: 'severe' });
  });
  it('lets the mean of nine stand for one item, without a band, and for two not', () => {
    expect(scoreForm(core, form(null, 4, 4, 1, 1, 1, 1, 1, 1, 1))).toEqual({ state: 'pro-rated', total: 7.8, missing: [1] });
    expect(scoreForm(core, form(2, null, 4, 2, 2, 0, 2, 2, 2, 2))).toEqual({ state: 'pro-rated', total: 15.6, missing: [2] });
    expect(scoreForm(core, form(null, null, 4, 1, 1, 1, 1, 1, 1, 1))).toEqual({ state: 'partial', missing: [1, 2] });
  });
  it('raises the alarm at item 6 from “Only occasionally” on', () => {
    expect([0, 1, 2, 3, 4].map((value) => riskItems(core, { 6: value }).length)).toEqual([0, 1, 1, 1, 1]);
  });
});

describe('AUDIT', () => {
  const audit = the('audit');
  it('goes from “Never” to items 9 and 10, and such a form is complete', () => {
    expect(askedItems(audit, { 1: 0 }).map((item) => item.number)).toEqual([1, 9, 10]);
    expect(scoreForm(audit, { 1: 0, 9: 0, 10: 2 })).toMatchObject({ state: 'complete', total: 2, band: 'lower-risk' });
    expect(scoreForm(audit, { 1: 0, 9: 0 })).toEqual({ state: 'partial', missing: [10] });
  });
  it('goes from nought at items 2 and 3 to 9 and 10', () => {
    expect(askedItems(audit, { 1: 2, 2: 0, 3: 0 }).map((item) => item.number)).toEqual([1, 2, 3, 9, 10]);
    expect(scoreForm(audit, { 1: 2, 2: 0, 3: 0, 9: 4, 10: 4 })).toMatchObject({ state: 'complete', total: 10, band: 'increasing-risk' });
    expect(askedItems(audit, { 1: 2, 2: 0, 3: 1 })).toHaveLength(10);
  });
  it('does not count an answer left behind by a way that is skipped now', () => {
    expect(scoreForm(audit, { 1: 0, 2: 4, 3: 4, 4: 4, 9: 0, 10: 0 })).toMatchObject({ state: 'complete', total: 0 });
  });
  it('gives items 9 and 10 the answers 0, 2 and 4', () => {
    expect([9, 10].map((number) => answersOf(audit, audit.items[number - 1]!).map(({ value }) => value))).toEqual([[0, 2, 4], [0, 2, 4]]);
    expect(scoreForm(audit, { ...formWithTotal(audit, 40)!, 9: 1 }).state).toBe('partial');
  });
  it('has its first three items as AUDIT-C, which offers the rest from 5 on', () => {
    expect(the('audit-c').items).toEqual(audit.items.slice(0, 3));
    expect(the('audit-c').followUp).toEqual({ at: 5, measure: 'audit' });
  });
  it('is in UK units', () => {
    expect(audit.items[1]!.text).toContain('units');
    expect(audit.items[2]!.text).toContain('6 or more units if female, or 8 or more if male');
  });
});

describe('SDS', () => {
  it.each([['heroin', 3], ['cocaine', 4], ['cannabis', 3], ['amphetamine', 5], ['benzodiazepines', 7], ['alcohol', 3]] as const)('has a cut-off of its own for %s, at %i, and no band', (substance, at) => {
    const scored = (total: number) => scoreForm(the('sds'), formWithTotal(the('sds'), total)!, substance);
    expect(scored(at - 1)).toMatchObject({ atCutOff: false, band: undefined });
    expect(scored(at)).toMatchObject({ atCutOff: true, band: undefined });
  });
  it('knows every drug it may be asked for', () => {
    expect(the('sds').scoring.cutOffs.map((cutOff) => cutOff.substance).sort()).toEqual([...substances].sort());
  });
});

describe('change over time', () => {
  const dated = (instrument: Instrument, total: number) => ({ scored: scoreForm(instrument, formWithTotal(instrument, total)!), version: instrument.version, window: 'as-printed' as const, substance: undefined });
  it.each([['phq-9', 6], ['gad-7', 4], ['core-10', 6]] as const)('%s is said to have changed from %i points on, both ways', (id, points) => {
    const instrument = the(id);
    expect(compareScores(instrument, dated(instrument, 15), dated(instrument, 15 - points))).toBe('better');
    expect(compareScores(instrument, dated(instrument, 10), dated(instrument, 10 + points))).toBe('worse');
    expect(compareScores(instrument, dated(instrument, 15), dated(instrument, 15 - points + 1))).toBe('no-clear-change');
  });
  it('says nothing where no figure was published, a form is not complete, or they are not about the same time', () => {
    const [core, audit] = [the('core-10'), the('audit')];
    expect(compareScores(audit, dated(audit, 30), dated(audit, 2))).toBe('not-known');
    expect(compareScores(core, dated(core, 30), { ...dated(core, 2), scored: scoreForm(core, form(null, 4, 4, ...times(7, 0))) })).toBe('not-known');
    expect(compareScores(core, dated(core, 30), { ...dated(core, 2), window: 'before-custody' })).toBe('not-known');
  });
});

describe('an instrument’s file', () => {
  const text = async (id: string, change: (file: any) => void): Promise<string> => {
    const file = JSON.parse(await readFile(new URL(`${id}/instrument.json`, import.meta.url), 'utf8')) as unknown;
    change(file);
    return JSON.stringify(file);
  };
  const refused = async (change: (file: any) => void, id = 'phq-9') => {
    const checked = checkInstrumentText(await text(id, change));
    return checked.ok ? [] : checked.error.problems;
  };
  it('is refused when its answers do not add up, a band is missing, or a rule names an item that is not there', async () => {
    expect(await refused((file) => { file.items.splice(8, 2); })).toContainEqual(expect.stringContaining('add up'));
    expect(await refused((file) => { file.scoring.bands.splice(1, 1); })).toContainEqual('The bands must cover every sum once.');
    expect(await refused((file) => { file.risks.push({ item: 12, atLeast: 1 }); })).toContainEqual(expect.stringContaining('item 12'));
    expect(await refused((file) => { Object.assign(file, { script: 'x' }); })).not.toEqual([]);
    expect(checkInstrumentText('{').ok).toBe(false);
  });

  const licensed = (change: (file: Record<string, unknown>) => void = () => undefined): string => {
    const file: Record<string, unknown> = {
      id: 'swemwbs', version: 'licensed copy', language: 'en', name: 'SWEMWBS',
      licence: { kind: 'licensed-to-this-prison', attribution: 'Holder', notice: 'Licence 1' }, sources: ['The licence'],
      recall: { days: 14, again: 14, custodyWindow: 'no' }, perSubstance: false,
      answerSets: { five: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Answer ${value}` })) },
      items: times(7, 1).map((_, index) => ({ number: index + 1, text: `Item ${index + 1}`, answers: 'five' })),
      scoring: { min: 7.5, max: 35.5, higherIs: 'better', proRateAtMost: 0, skips: [], bands: [], cutOffs: [], subscales: [], reliableChange: null, conversion: Array.from({ length: 29 }, (_, index) => ({ raw: index + 7, metric: index + 7.5 })) },
      risks: [],
    };
    change(file);
    return JSON.stringify(file);
  };
  it('of a licensed measure is taken with its conversion table, and scored by it', () => {
    const read = checkInstrumentText(licensed());
    expect(read.ok && scoreForm(read.value, form(...times(7, 3)))).toMatchObject({ state: 'complete', total: 21.5 });
  });
  it('of a licensed measure is refused when it is not what its skeleton says', () => {
    const problems = (change: (file: Record<string, unknown>) => void) => { const read = checkInstrumentText(licensed(change)); return read.ok ? [] : read.error.problems; };
    expect(problems((file) => { (file['items'] as unknown[]).pop(); })).toContain('It has 7 items, the file has 6.');
    expect(problems((file) => { delete (file['scoring'] as Record<string, unknown>)['conversion']; })).toContain('The conversion table is missing.');
    expect(problems((file) => { Object.assign(file, { licence: { kind: 'public-domain', attribution: 'x', notice: 'y' } }); })).toContain('The licence must be the one given to this prison.');
    expect(problems((file) => { Object.assign(file['scoring'] as object, { higherIs: 'worse' }); })).toContain('A higher sum means the opposite in the published form.');
    expect(problems((file) => { Object.assign(file['scoring'] as object, { min: 7, max: 35 }); })).toContain('The scoring must go from the first metric score of the conversion to the last.');
    expect(problems((file) => { Object.assign(file['scoring'] as object, { proRateAtMost: 1 }); })).toContain('The published form does not let the mean stand for so many items.');
    expect(problems((file) => { Object.assign(file['scoring'] as object, { skips: [{ when: [{ item: 1, is: 1 }], skip: [2] }] }); })).toContain('No item of the published form may be skipped.');
    expect(problems((file) => { ((file['scoring'] as Record<string, unknown[]>)['conversion']![3]) = { raw: 10, metric: 1 }; })).not.toEqual([]);
  });

  const set = (values: readonly number[], name: string) => values.map((value) => ({ value, label: `${name} ${value}` }));
  const reqol = (change: (file: any) => void = () => undefined): string => licensed((file) => {
    const negative = [1, 3, 6];
    Object.assign(file, {
      id: 'reqol-10', name: 'ReQoL-10',
      answerSets: { good: set([0, 1, 2, 3, 4], 'good'), bad: set([4, 3, 2, 1, 0], 'bad') },
      items: times(11, 1).map((_, index) => ({ number: index + 1, text: `Item ${index + 1}`, answers: negative.includes(index + 1) ? 'bad' : 'good', ...(index === 10 ? { counts: 'not-scored' } : {}) })),
      scoring: { min: 0, max: 40, higherIs: 'better', proRateAtMost: 0, skips: [], bands: [], cutOffs: [], subscales: [], reliableChange: 5 },
      risks: [{ item: 6, atMost: 3 }],
    });
    change(file);
  });
  const reqolProblems = (change: (file: any) => void) => { const read = checkInstrumentText(reqol(change)); return read.ok ? [] : read.error.problems; };
  it('of ReQoL-10 is taken with the values its items are printed with, some rising and some falling, and no others', () => {
    const read = checkInstrumentText(reqol());
    expect(read.ok && scoreForm(read.value, form(...times(10, 4)))).toMatchObject({ state: 'complete', total: 40 });
    expect(reqolProblems((file) => { file.answerSets.bad = set([4, 2, 3, 1, 0], 'bad'); })).toContain('Item 3 has other answers than the published form.');
  });
  it('of ReQoL-10 must name an answer that says somebody may be in danger, at its worse end', () => {
    const read = checkInstrumentText(reqol());
    expect(read.ok && [0, 3, 4].map((value) => riskItems(read.value, { 6: value }))).toEqual([[6], [6], []]);
    expect(read.ok && riskItems(read.value, {})).toEqual([]);
    expect(reqolProblems((file) => { file.risks = []; })).toContain('The file must name the answers that say somebody may be in danger.');
    expect(reqolProblems((file) => { file.risks = [{ item: 6, atLeast: 1 }]; })).toContain('The risk of item 6 is at the better end of its answers.');
    expect(reqolProblems((file) => { file.risks = [{ item: 6, atMost: 4 }]; })).toContain('The risk of item 6 is every answer, or none.');
  });
  it('of DUDIT has one set of answers for items 4 to 9, which is not that of item 1', () => {
    const dudit = (often: string, change: (file: any) => void = () => undefined) => checkInstrumentText(licensed((file) => {
      Object.assign(file, {
        id: 'dudit', name: 'DUDIT',
        answerSets: { first: set([0, 1, 2, 3, 4], 'first'), often: set([0, 1, 2, 3, 4], often), three: set([0, 2, 4], 'three') },
        items: times(11, 1).map((_, index) => ({ number: index + 1, text: `Item ${index + 1}`, answers: index < 3 ? 'first' : index < 9 ? 'often' : 'three' })),
        scoring: { min: 0, max: 44, higherIs: 'worse', proRateAtMost: 0, skips: [], bands: [], cutOffs: [], subscales: [], reliableChange: null },
      });
      change(file);
    }));
    expect(dudit('often').ok).toBe(true);
    expect(dudit('first').ok).toBe(false);
    expect(dudit('often', (file) => { file.items[4].answers = 'first'; }).ok).toBe(false);
  });
});
