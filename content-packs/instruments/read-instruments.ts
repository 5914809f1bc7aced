import { readFile } from 'node:fs/promises';
import { checkInstrument, type InstrumentFault } from '#protocol/selfhelp/measures/check-instrument.ts';
import type { Instrument, MeasureId, shippedMeasures } from '#protocol/selfhelp/measures/instrument.ts';
import { fail, type Result } from '#protocol/result.ts';

/** Reads and judges the folder of one measure that ships with the source. Rejects when the file is not there. */
export async function readShippedInstrument(id: (typeof shippedMeasures)[number]): Promise<Result<Instrument, InstrumentFault>> {
  return checkInstrumentText(await readFile(new URL(`${id}/instrument.json`, import.meta.url), 'utf8'));
}

/** Those of the measures named that lie in a folder and can be judged, in that order: a licensed one is there where it was imported. */
export async function readInstruments(ids: readonly MeasureId[], folder: URL = new URL('.', import.meta.url)): Promise<readonly Instrument[]> {
  const read = ids.map(async (id) => {
    const text = await readFile(new URL(`${id}/instrument.json`, folder), 'utf8').catch(() => undefined);
    const checked = text === undefined ? undefined : checkInstrumentText(text);
    return checked?.ok === true ? [checked.value] : [];
  });
  return (await Promise.all(read)).flat();
}

/** Judges an instrument's file as text. */
export function checkInstrumentText(text: string): Result<Instrument, InstrumentFault> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fail({ code: 'not-an-instrument', problems: ['The file is not JSON.'] });
  }
  return checkInstrument(read);
}
