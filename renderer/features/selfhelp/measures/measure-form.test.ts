import { expect, it } from 'vitest';
import { EMPTY_FORM, isWorrying, owesHelp, type MeasureForm } from './measure-form.ts';
import { findInstrument } from './shipped-instruments.ts';

const instrument = findInstrument('core-10')!;
const form = (change: Partial<MeasureForm>): MeasureForm => ({ ...EMPTY_FORM, answers: { 6: 2 }, ...change });

it('help is owed for a worrying answer, wherever one is in the form, until what was promised is done', () => {
  expect([owesHelp(instrument, form({ at: 10 })), isWorrying(instrument, form({ at: 10 }))]).toEqual([true, false]);
  expect(owesHelp(instrument, form({ at: 10, helped: [6] }))).toBe(false);
  expect(owesHelp(instrument, form({ at: 6, answers: { 6: 0 } }))).toBe(false);
  expect(isWorrying(instrument, form({ at: 6 }))).toBe(true);
});
