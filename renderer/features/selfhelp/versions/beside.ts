import type { Lineage } from '#protocol/selfhelp/lineage.ts';
import type { KeptRecord } from '../tables.ts';

/**
 * What a version is made from that stands beside all that are kept of its record: no row here, so the gateway keeps it
 * beside the others, and nobody's row is taken. `lineage` is what its writer had seen; `rowId` is new.
 */
export function besideOf({ recordId, record }: Pick<KeptRecord, 'recordId' | 'record'>, lineage: Lineage | undefined, rowId: string): KeptRecord {
  return { recordId, revision: 0, record, lineage, row: `${recordId}.${rowId}` };
}
