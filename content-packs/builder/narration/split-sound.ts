import { SAMPLE_RATE } from './synthesise.ts';

/** What is kept of the silence before and after a stretch: an eighth and a third of a second. */
const BEFORE = Math.round(SAMPLE_RATE / 8);
const AFTER = Math.round(SAMPLE_RATE / 3);

/** Where something sounds: its first sample, and the one after its last. */
export type Stretch = { readonly from: number; readonly to: number };

/** The stretches of a sound that are parted by at least `seconds` of silence. */
export function findStretches(sound: Int16Array, seconds: number): readonly Stretch[] {
  const least = Math.round(seconds * SAMPLE_RATE);
  const stretches: { from: number; to: number }[] = [];
  for (let at = 0; at < sound.length; at += 1) {
    if (sound[at] === 0) continue;
    const last = stretches.at(-1);
    if (last === undefined || at - last.to >= least) stretches.push({ from: at, to: at + 1 });
    else last.to = at + 1;
  }
  return stretches;
}

/** Cuts a sound where it is silent for at least `seconds`; a little of the silence stays on both sides of each piece. */
export function splitAtPauses(sound: Int16Array, seconds: number): readonly Int16Array[] {
  return findStretches(sound, seconds).map(({ from, to }) => sound.slice(Math.max(0, from - BEFORE), Math.min(sound.length, to + AFTER)));
}
