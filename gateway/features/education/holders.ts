import type { Kysely } from 'kysely';
import type { PackId, TabletId } from '#protocol/ids.ts';
import { bytesToId } from '../../db/id-bytes.ts';
import type { PackHolders } from '../../packs/staff-api.ts';
import type { EducationTables } from './tables.ts';

/** As much of a tablet as says whether it has a course; the tablets feature knows. */
export type HoldingTablet = {
  readonly tabletId: TabletId;
  readonly name: string;
  readonly wing: string;
  readonly lastContactAt: number | null;
  /** What it last said it has; null before its first report. */
  readonly packs: readonly { readonly packId: string; readonly version: number }[] | null;
};

/** Which tablets were told of a course, and which edition each says it has. */
export async function listHolders(
  tables: Kysely<EducationTables>,
  tablets: readonly HoldingTablet[],
  packId: PackId,
): Promise<PackHolders> {
  const rows = await tables.selectFrom('education_releases').select(['tablet', 'version']).where('pack_id', '=', packId).execute();
  const told = new Map(rows.map((row) => [bytesToId<TabletId>(row.tablet), row.version]));
  return {
    tablets: tablets.map(({ tabletId, name, wing, lastContactAt, packs }) => ({
      ...{ tabletId, name, wing, lastContactAt, told: told.get(tabletId) ?? null },
      has: packs?.find((pack) => pack.packId === packId)?.version ?? null,
    })),
  };
}
