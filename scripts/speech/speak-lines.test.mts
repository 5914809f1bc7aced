import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { findVoices } from '../../content-packs/builder/narration/find-voices.ts';
import { splitAtPauses } from '../../content-packs/builder/narration/split-sound.ts';
import { SAMPLE_RATE } from '../../content-packs/builder/narration/synthesise.ts';
import { collectSpokenLines, wordsOfMeasures } from './spoken-lines.mts';
import { encodeSpeech, speakLines } from './speak-lines.mts';
import { writeSpeech } from './write-speech.mts';

const hasVoice = (await findVoices()) !== undefined;

it('lines said in one go are cut where the long pauses are, and keep the short ones', () => {
  const pause = (seconds: number) => new Array<number>(Math.round(seconds * SAMPLE_RATE)).fill(0);
  const sound = Int16Array.from([...pause(0.1), 5, 5, ...pause(0.6), 5, ...pause(2), 7, ...pause(0.1)]);
  const cut = splitAtPauses(sound, 1.6);
  expect(cut).toHaveLength(2);
  expect(cut.map((one) => one.filter((sample) => sample !== 0).length)).toEqual([3, 1]);
});

it('every line of the diary and of Act now is spoken in three languages, and none that waits for a value', async () => {
  const lines = await collectSpokenLines();
  for (const language of ['en', 'cy', 'ar']) expect(lines.filter((line) => line.language === language).length).toBeGreaterThan(100);
  expect(lines.map(({ words }) => words)).toContain('Press your cell bell');
  expect(lines.filter(({ words }) => words.includes('{{'))).toEqual([]);
});

it('the questions of a measure that this prison imported are spoken too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-measures-'));
  try {
    cpSync(new URL('../../content-packs/instruments/gad-7/', import.meta.url), join(folder, 'gad-7'), { recursive: true });
    const imported = {
      id: 'wemwbs', version: '1', language: 'en', name: 'WEMWBS', licence: { kind: 'licensed-to-this-prison', attribution: 'x', notice: 'y' }, sources: ['z'],
      recall: { days: 14, again: 14, custodyWindow: 'no' }, perSubstance: false,
      answerSets: { five: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Made up answer ${String(value)}` })) },
      items: Array.from({ length: 14 }, (_, index) => ({ number: index + 1, text: `Made up question ${String(index + 1)}`, answers: 'five' })),
      scoring: { min: 14, max: 70, higherIs: 'better', proRateAtMost: 0, skips: [], bands: [], cutOffs: [], subscales: [], reliableChange: 3 }, risks: [],
    };
    mkdirSync(join(folder, 'wemwbs'));
    writeFileSync(join(folder, 'wemwbs/instrument.json'), JSON.stringify(imported));
    const spoken = (await wordsOfMeasures(pathToFileURL(`${folder}/`))).map(({ words }) => words);
    expect(spoken).toEqual(expect.arrayContaining(['Feeling nervous, anxious or on edge', 'Made up question 14', 'Made up answer 5']));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it.skipIf(!hasVoice)('each line has its own sound, and a list of their names lies beside them (skipped without espeak-ng and opus-tools)', async () => {
  const sounds = await speakLines('en-gb', ['Drink water & rest.', 'One. Two. Three.', 'Good']);
  expect(sounds).toHaveLength(3);
  const [first, second, third] = sounds.map(({ length }) => length / SAMPLE_RATE) as [number, number, number];
  expect(third).toBeLessThan(Math.min(first, second));
  expect((await encodeSpeech(sounds[2]!)).subarray(0, 4).toString()).toBe('OggS');
});

it.skipIf(!hasVoice)('what was spoken once is not spoken again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-speech-'));
  try {
    const lines = [{ language: 'en', words: 'Hello' }, { language: 'cy', words: 'Helo' }] as const;
    const write = (more: readonly { readonly language: 'en'; readonly words: string }[] = []) => writeSpeech(join(folder, 'out'), join(folder, 'kept'), [...lines, ...more]);
    expect(await write()).toMatchObject({ clips: 2, made: 2 });
    expect(await write([{ language: 'en', words: 'And more' }])).toMatchObject({ clips: 3, made: 1 });
    const names = JSON.parse(readFileSync(join(folder, 'out/en.json'), 'utf8')) as string[];
    for (const name of names) expect(existsSync(join(folder, `out/en/${name}.opus`))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
