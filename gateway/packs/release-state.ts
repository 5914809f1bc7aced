import type { Kysely } from 'kysely';
import type { z } from 'zod/mini';
import { releaseSchema } from '#protocol/packs/release.ts';
import { REISSUE_AFTER } from './release-list.ts';
import { loadStandingRoles } from './roles-documents.ts';
import type { releaseStateSchema } from './staff-api.ts';
import type { PackTables } from './tables.ts';

/** How the newest signed list stands (PACK-17, PACK-18), for the console; null before the first was made. */
export async function loadReleaseState(tables: Kysely<PackTables>): Promise<z.infer<typeof releaseStateSchema>['release']> {
  const row = await tables.selectFrom('pack_release').selectAll().executeTakeFirst();
  if (row === undefined) return null;
  const { packs, revoked } = releaseSchema.parse(JSON.parse(row.document));
  return {
    serial: row.serial,
    issuedAt: row.issued_at,
    nextAt: row.issued_at + REISSUE_AFTER,
    packs: packs.length,
    revoked: revoked.packs.length + revoked.manifests.length + revoked.keyIds.length,
    given: (await loadStandingRoles(tables)) !== undefined,
  };
}
