import { checkInstrument } from '#protocol/selfhelp/measures/check-instrument.ts';
import { measureIds, type Instrument } from '#protocol/selfhelp/measures/instrument.ts';

/**
 * The instrument packs of the source tree, built into the page so that they are there before any contact. They are
 * data: nothing of theirs is trusted before the same judge that judges a licensed file has judged them. A licensed one is
 * there where this prison imported it before the build (`throughline instrument import`).
 */
const files = import.meta.glob<unknown>('../../../../content-packs/instruments/*/instrument.json', { eager: true, import: 'default' });

/** Every measure this tablet was built with, in the order in which they are offered. One that cannot be judged is not offered. */
export const shippedInstruments: readonly Instrument[] = measureIds.flatMap((id) => {
  const file = Object.entries(files).find(([path]) => path.endsWith(`/${id}/instrument.json`))?.[1];
  const checked = checkInstrument(file);
  return checked.ok ? [checked.value] : [];
});

/** One of them, or undefined. */
export function findInstrument(id: string | undefined): Instrument | undefined {
  return shippedInstruments.find((instrument) => instrument.id === id);
}
