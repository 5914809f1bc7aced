import type { Kysely } from 'kysely';
import type { PackId } from '#protocol/ids.ts';
import { type Manifest, manifestSchema } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { audienceOf } from '../../packs/pack-queries.ts';
import { isRevoked, loadRevocations, signersOf } from '../../packs/revocations.ts';
import type { PackAudience } from '../../packs/staff-api.ts';
import type { PackTables } from '../../packs/tables.ts';

type Tables = Kysely<PackTables>;
type Runtime = NonNullable<Manifest['runtimes']>[number];
/** An edition of a runtime pack that has to go out with a course. */
export type RuntimeEdition = { readonly packId: PackId; readonly version: number };

/**
 * The programs an edition needs that this audience does not have yet (PACK-33): of each the edition that is published, or
 * the newest where that is too old or was taken back. `runtime-missing`:
 * one of them was never brought to this gateway, is too old, or was taken back; its name stands in `detail`.
 */
export async function findRuntimesToPublish(
  tables: Tables,
  packId: PackId,
  { version, audience }: { readonly version: number; readonly audience: PackAudience },
): Promise<Result<readonly RuntimeEdition[], { readonly code: 'runtime-missing'; readonly detail: string }>> {
  const found: RuntimeEdition[] = [];
  for (const runtime of await loadNeeds(tables, packId, version)) {
    const standing = await loadStanding(tables, runtime);
    const published = await loadPublished(tables, runtime.packId);
    if (await isOut(tables, runtime.packId, audience, { standing, published })) continue;
    // What learners work with already, rather than one that nobody has tried; and tablets never go back (PACK-5).
    const edition = standing.includes(published) ? published : standing.find((newest) => newest >= published);
    if (edition === undefined) return fail({ code: 'runtime-missing', detail: runtime.packId });
    found.push({ packId: runtime.packId, version: edition });
  }
  return ok(found);
}

async function loadNeeds(tables: Tables, packId: PackId, version: number): Promise<readonly Runtime[]> {
  const row = await tables
    .selectFrom('pack_editions')
    .select('manifest')
    .where('pack_id', '=', packId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? [] : (manifestSchema.parse(JSON.parse(row.manifest)).runtimes ?? []);
}

type Editions = {
  /** Those that are new enough and not taken back, newest first. */
  readonly standing: readonly number[];
  /** 0 when there is none. */
  readonly published: number;
};

/** Whether everyone, or this very audience, has the program in an edition that stands, and without a last day. */
async function isOut(tables: Tables, packId: PackId, audience: PackAudience, { standing, published }: Editions): Promise<boolean> {
  const rows = await tables.selectFrom('pack_publications').selectAll().where('pack_id', '=', packId).execute();
  return rows.some((row) => {
    const given = audienceOf(row);
    const edition = given.kind === 'tablet' ? row.version : published;
    const reaches = given.kind === 'everyone' || JSON.stringify(given) === JSON.stringify(audience);
    return reaches && row.from_day === null && row.until_day === null && standing.includes(edition ?? 0);
  });
}

async function loadPublished(tables: Tables, packId: PackId): Promise<number> {
  const row = await tables
    .selectFrom('pack_published')
    .select('version')
    .where('pack_id', '=', packId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

async function loadStanding(tables: Tables, { packId, minVersion }: Runtime): Promise<readonly number[]> {
  const revoked = await loadRevocations(tables);
  const rows = await tables
    .selectFrom('pack_editions')
    .select(['version', 'signed_by'])
    .where('pack_id', '=', packId)
    .where('version', '>=', minVersion)
    .orderBy('version', 'desc')
    .execute();
  return rows
    .filter(({ version, ...row }) => !isRevoked(revoked, { packId, version, signedBy: signersOf(row) }))
    .map(({ version }) => version);
}
