import { screenBody } from '../../gateway/screening/screen-body.ts';
import { makeRow, median, type BenchRow } from './bench-row.mts';
import { evasions, ordinaryLetters, type CorpusPart } from './screening/corpus.mts';
import { heldLetters, missedEvasions } from './screening/measure.mts';

/** Milliseconds for a thousand characters (security.md section 9). */
const LIMIT = 5;
const HOSTILE = 20_000;

/** What the screening catches of our corpus, what it holds of ordinary letters, and what its time is. */
export function benchScreening(): Promise<readonly BenchRow[]> {
  const all = [...evasions('seen'), ...evasions('kept')];
  const letters = [...ordinaryLetters('seen'), ...ordinaryLetters('kept'), ...ordinaryLetters('near')];
  return Promise.resolve([
    makeRow('hidden messages caught, of all / all', all.length - missedEvasions(all).length, all.length, { atLeast: 0.95 }),
    caughtOf('kept', 'hidden messages caught, of those kept back while it was built / all of them'),
    makeRow('ordinary letters held / all', heldLetters(letters).length, letters.length, { atMost: 0.03 }),
    heldOf('kept', 'ordinary letters held, of those kept back / all of them'),
    makeRow('screening a letter, ms for 1,000 characters / limit', median(letters.map(timeOf)), LIMIT, { atMost: 1 }),
    makeRow('screening a body made to be slow, ms for 1,000 characters / limit', Math.max(...hostileBodies().map(timeOf)), LIMIT, { atMost: 1 }),
  ]);
}

function caughtOf(part: CorpusPart, name: string): BenchRow {
  const all = evasions(part);
  return makeRow(name, all.length - missedEvasions(all).length, all.length, { atLeast: 0.95 });
}

function heldOf(part: CorpusPart, name: string): BenchRow {
  const all = ordinaryLetters(part);
  return makeRow(name, heldLetters(all).length, all.length, { atMost: 0.03 });
}

function hostileBodies(): readonly string[] {
  const pieces = ['1 ', 'a.', '1 Aa ', 'A1', 'k i l l ', 'aGVsbG8gd29ybGQg', 'о', 'send £1 ', ' dot com', 'و ', '+1', 'bring in a a a '];
  return pieces.map((piece) => piece.repeat(HOSTILE / piece.length));
}

function timeOf(body: string): number {
  const begun = performance.now();
  screenBody(body, null);
  return ((performance.now() - begun) / body.length) * 1000;
}
