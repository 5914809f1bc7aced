import type { RecordId } from '#protocol/ids.ts';
import { saveRecordSchema, type SaveRecord } from '#protocol/private-records/schema.ts';
import { selfhelpRecords } from '#protocol/selfhelp/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { PersonHere } from './signed-in-person.ts';

type Row = { readonly recordId: RecordId; readonly revision: number; readonly id: string; readonly box: string };

/** A gateway that keeps private records as the real one numbers and places them (gateway/private-records), for tests of a page. */
export type PrivateShelf = {
  /** Takes what a tablet has saved since it was last asked, and answers with the changes of the person's stream. */
  readonly take: (tablet: PersonHere) => Promise<readonly Change[]>;
};

/** An empty shelf; `record` is the name under which it gives things back. */
export function createPrivateShelf(record: string = selfhelpRecords.stored): PrivateShelf {
  const taken = new Set<string>();
  let rows: readonly Row[] = [];
  const keep = ({ recordId, baseRevision, baseBox, replaces = [], box }: SaveRecord): readonly Change[] => {
    const kept = rows.filter((row) => row.recordId === recordId);
    const replaced = kept.find((row) => (baseBox === undefined ? row.revision === baseRevision : row.box === baseBox));
    const revision = Math.max(0, baseRevision, ...kept.map((row) => row.revision)) + 1;
    const id = replaced?.id ?? (kept.length === 0 ? recordId : `${recordId}.${String(revision)}`);
    const chosenAgainst = kept.filter((row) => row !== replaced && replaces.includes(row.revision));
    rows = [...rows.filter((row) => row !== replaced && !chosenAgainst.includes(row)), { recordId, revision, id, box }];
    const removed = chosenAgainst.filter((row) => row.id !== id).map((row): Change => ({ record, id: row.id, removed: true }));
    return [...removed, { record, id, put: { recordId, revision, box } }];
  };
  return {
    take: async (tablet) => {
      const saves = (await tablet.handedOver()).filter(({ id }) => !taken.has(id));
      for (const { id } of saves) taken.add(id);
      return saves.flatMap(({ payload }) => keep(saveRecordSchema.parse(payload)));
    },
  };
}
