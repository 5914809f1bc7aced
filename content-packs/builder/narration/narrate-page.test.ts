import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordsOf } from '#protocol/packs/narration.ts';
import { checkSource } from '../check-source.ts';
import { findVoices } from './find-voices.ts';
import { narratePack } from './narrate-pack.ts';
import { narratePage, sentencesOf } from './narrate-page.ts';
import { placeWords } from './speak-sentences.ts';

const voiceOf = await findVoices();
const PARTS = [
  { part: 'title', text: 'Half of 3/4' },
  { part: '0', text: 'Cut it & share it. Then eat!' },
];

it('sentences keep every word in its order, and are never longer than can be said', () => {
  const text = `${'word '.repeat(95)}end. “Next!” last`;
  const sentences = sentencesOf(text);
  expect(sentences.flat()).toEqual(wordsOf(text).map(({ from, to }) => text.slice(from, to)));
  expect(Math.max(...sentences.map((one) => one.length))).toBeLessThanOrEqual(40);
});

it('a sentence is divided among its words as they were heard apart, with the pause of a comma; else by their letters', () => {
  const sentence = new Int16Array(1000).fill(1, 100, 900);
  const gap = 0.4 * 22_050;
  const heard = [{ from: 0, to: 100 }, { from: 100 + gap, to: 200 + gap }, { from: 400 + 2 * gap, to: 600 + 2 * gap }];
  expect(placeWords(['Well,', 'then', 'go'], sentence, heard)).toEqual([100, 233, 633]);
  expect(placeWords(['Half', 'of', '3/4'], sentence, heard.slice(1))).toEqual([100, 322, 456]);
  expect(placeWords(['—'], new Int16Array(10), [])).toEqual([0]);
});

it.skipIf(voiceOf === undefined)('PACK-35: every word has a time, the times rise, and the same words give the same bytes (skipped without espeak-ng and opus-tools)', async () => {
  const [one, other] = [await narratePage(PARTS, 'en-gb', 'en'), await narratePage(PARTS, 'en-gb', 'en')];
  expect(Buffer.compare(Buffer.from(one.audio), Buffer.from(other.audio))).toBe(0);
  expect(one.timings).toEqual(other.timings);
  const { parts, length } = one.timings;
  expect(parts.map(({ words }) => words.length)).toEqual(PARTS.map(({ text }) => wordsOf(text).length));
  const times = parts.flatMap(({ words }) => words);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.at(-1)).toBeLessThan(length);
  expect(Buffer.from(one.audio.subarray(0, 4)).toString()).toBe('OggS');
});

it.skipIf(voiceOf === undefined)('voices are there for the languages of the prison, and a language without one is said', () => {
  for (const language of ['en', 'cy', 'ar', 'pl', 'ro', 'ur', 'uk']) expect([language, voiceOf?.(language) !== undefined]).toEqual([language, true]);
  expect(voiceOf?.('so')).toBeUndefined();
});

it.skipIf(voiceOf === undefined)('a lesson gets a sound for each page, and building again makes nothing anew', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'throughline-narration-'));
  try {
    const { compiled } = await checkSource('content-packs/sources/using-this-tablet');
    if (compiled === undefined) throw new Error('The demo pack has blockers');
    const short = { ...compiled, items: compiled.items.slice(0, 1).map((item) => ({ ...item, files: new Map([...item.files].slice(0, 1).map(([language, file]) => [language, { ...file, content: { ...file.content, ...('pages' in file.content ? { pages: file.content.pages.slice(0, 1) } : {}) } }])) })) };
    const first = await narratePack(short, cache);
    const made = readdirSync(cache);
    expect(made).toHaveLength(2);
    const again = await narratePack(short, cache);
    expect(again.compiled.items).toEqual(first.compiled.items);
    expect(readdirSync(cache)).toEqual(made);
    expect([...first.compiled.media.values()].filter(({ role }) => role === 'narration')).toHaveLength(2);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
});
