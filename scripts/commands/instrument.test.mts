import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, it } from 'vitest';
import { registerInstrument } from './instrument.mts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-instrument-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The shape of DUDIT with none of its words. */
const dudit = {
  id: 'dudit', version: 'licensed copy', language: 'en', name: 'DUDIT',
  licence: { kind: 'licensed-to-this-prison', attribution: 'Holder', notice: 'Licence 7' }, sources: ['The licence'],
  recall: { days: 365, again: 365, custodyWindow: 'asked' }, perSubstance: false,
  answerSets: { first: [0, 1, 2, 3, 4].map((value) => ({ value, label: `First answer ${value}` })), often: [0, 1, 2, 3, 4].map((value) => ({ value, label: `Answer ${value}` })), year: [0, 2, 4].map((value) => ({ value, label: `Answer ${value}` })) },
  items: Array.from({ length: 11 }, (_, index) => ({ number: index + 1, text: `Item ${index + 1}`, answers: index < 3 ? 'first' : index < 9 ? 'often' : 'year' })),
  scoring: { min: 0, max: 44, higherIs: 'worse', proRateAtMost: 0, skips: [], bands: [], cutOffs: [{ at: 6 }], subscales: [], reliableChange: null },
  risks: [],
};

async function run(file: object): Promise<void> {
  const path = join(folder, 'file.json');
  writeFileSync(path, JSON.stringify(file));
  const program = new Command();
  registerInstrument(program);
  await program.parseAsync(['instrument', 'import', path, '--into', folder], { from: 'user' });
}

it('a licensed measure that is as published goes into the next build', async () => {
  await run(dudit);
  expect(JSON.parse(readFileSync(join(folder, 'dudit', 'instrument.json'), 'utf8'))).toEqual(dudit);
});

it('one with other answers than the published form is refused with every reason', async () => {
  const wrong = { ...dudit, items: dudit.items.map((item) => ({ ...item, answers: 'often' })), scoring: { ...dudit.scoring, higherIs: 'better' } };
  await expect(run(wrong)).rejects.toThrow(/Item 10 has other answers.*Item 11 has other answers.*means the opposite/s);
});

it('a measure that ships with the source cannot be replaced', async () => {
  const phq9: unknown = JSON.parse(readFileSync(new URL('../../content-packs/instruments/phq-9/instrument.json', import.meta.url), 'utf8'));
  await expect(run(phq9 as object)).rejects.toThrow('ships with the source');
});
