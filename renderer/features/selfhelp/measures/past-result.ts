import type { DatedScore } from '#protocol/selfhelp/measures/compare-scores.ts';
import type { Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import type { KeptOf } from '../tables.ts';
import { scoreRecord } from './measure-form.ts';

/** One time a measure was filled in, scored now from its raw answers. */
export type PastResult = { readonly id: string; readonly at: number; readonly dated: DatedScore };

/** All times a measure was filled in, the newest first. */
export function resultsOf(instrument: Instrument, records: readonly KeptOf<'measure'>[]): readonly PastResult[] {
  return records
    .filter(({ record }) => record.body.instrument === instrument.id)
    .map(({ recordId, record }) => ({ id: recordId, at: record.at, dated: scoreRecord(instrument, record.body) }))
    .sort((one, other) => other.at - one.at);
}

/** Those on the line of the newest: a drug, or another stretch of time, is another line. */
export function newestLine(results: readonly PastResult[]): readonly PastResult[] {
  const dated = results[0]?.dated;
  return results.filter((result) => result.dated.substance === dated?.substance && result.dated.window === dated?.window);
}

/** When a whole form was last filled in; one with questions left out says nothing, so it can be done again at once. */
export function lastWholeAt(results: readonly PastResult[]): number | undefined {
  return results.find(({ dated }) => dated.scored.state === 'complete')?.at;
}
