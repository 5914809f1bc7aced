import type { Kysely } from 'kysely';
import { educationRecords, type PackRelease } from '#protocol/education/schema.ts';
import type { PackId, Sha256, TabletId } from '#protocol/ids.ts';
import { manifestSchema } from '#protocol/packs/manifest.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { audienceOf } from '../../packs/pack-queries.ts';
import type { ReleasedPack } from '../../packs/release-list.ts';
import { isRevoked, loadRevocations, RELEASE_TOPIC, signersOf } from '../../packs/revocations.ts';
import type { PackAudience } from '../../packs/staff-api.ts';
import type { PackTables } from '../../packs/tables.ts';
import { loadPeopleOfTablet } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { appendChange, tabletAudience } from '../../sync/change-log.ts';
import { readersOf } from './rules.ts';
import type { EducationTables } from './tables.ts';

type Published = { readonly release: Omit<PackRelease, 'people'>; readonly audiences: readonly PackAudience[] };

/**
 * Brings what these tablets are told in line with what is published and who uses them now. Called in the job that
 * published, withdrew, assigned or moved. Only what really changed goes into a stream, so that a tablet is not woken
 * for nothing.
 */
export async function refreshReleases(tx: GatewayTransaction, tabletIds: readonly TabletId[]): Promise<void> {
  const published = await loadPublished(tx.tables<PackTables>());
  for (const tabletId of tabletIds) {
    const wanted = await releasesFor(tx, tabletId, published);
    const rows = await tx
      .tables<EducationTables>()
      .selectFrom('education_releases')
      .selectAll()
      .where('tablet', '=', idToBytes(tabletId))
      .execute();
    for (const release of wanted) {
      const body = JSON.stringify(release);
      if (rows.find((row) => row.pack_id === release.packId)?.body !== body)
        await putRelease(tx, tabletId, release, body);
    }
    for (const row of rows)
      if (wanted.every((release) => release.packId !== row.pack_id)) await takeBack(tx, tabletId, row.pack_id);
  }
}

/** Every edition that some tablet was told to have: what the signed release list names (PACK-17). */
export async function loadReleasedPacks(
  tables: Kysely<EducationTables & PackTables>,
): Promise<readonly ReleasedPack[]> {
  const rows = await tables
    .selectFrom('education_releases')
    .innerJoin('pack_editions', (join) =>
      join
        .onRef('pack_editions.pack_id', '=', 'education_releases.pack_id')
        .onRef('pack_editions.version', '=', 'education_releases.version'),
    )
    .select(['pack_editions.pack_id', 'pack_editions.version', 'pack_editions.manifest_sha256'])
    .distinct()
    .orderBy('pack_editions.pack_id')
    .execute();
  return rows.map((row) => ({
    packId: row.pack_id as PackId,
    version: row.version,
    manifestSha256: row.manifest_sha256 as Sha256,
  }));
}

/** Whether a tablet was told to have a pack, in this edition or a later one: then it may fetch it. */
export async function isReleasedTo(
  tables: Kysely<EducationTables>,
  tabletId: TabletId,
  packId: string,
  version: number,
): Promise<boolean> {
  const row = await tables
    .selectFrom('education_releases')
    .select('version')
    .where('tablet', '=', idToBytes(tabletId))
    .where('pack_id', '=', packId)
    .executeTakeFirst();
  return row !== undefined && version <= row.version;
}

/** Whether a file belongs to a pack the tablet was told to have; files of others are as if they were not there. */
export async function mayFetchFile(
  tables: Kysely<EducationTables & PackTables>,
  tabletId: TabletId,
  sha256: string,
): Promise<boolean> {
  const row = await tables
    .selectFrom('education_releases')
    .innerJoin('pack_files', 'pack_files.pack_id', 'education_releases.pack_id')
    .select('pack_files.sha256')
    .where('education_releases.tablet', '=', idToBytes(tabletId))
    .where('pack_files.sha256', '=', sha256)
    .whereRef('pack_files.version', '<=', 'education_releases.version')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these files belong to packs the tablet was told to have, in this edition or an older one. */
export async function filesFor(
  tables: Kysely<EducationTables & PackTables>,
  tabletId: TabletId,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  // In parts: a statement takes a bounded number of values.
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = await tables
      .selectFrom('pack_files')
      .innerJoin('education_releases', 'education_releases.pack_id', 'pack_files.pack_id')
      .select('pack_files.sha256')
      .where('pack_files.sha256', 'in', wanted.slice(at, at + 500))
      .where('education_releases.tablet', '=', idToBytes(tabletId))
      .whereRef('pack_files.version', '<=', 'education_releases.version')
      .execute();
    for (const row of rows) found.add(row.sha256);
  }
  return found;
}

/** What is published and not taken back (PACK-18). */
async function loadPublished(tables: Kysely<PackTables>): Promise<readonly Published[]> {
  const rows = await tables
    .selectFrom('pack_published')
    .innerJoin('pack_editions', (join) =>
      join
        .onRef('pack_editions.pack_id', '=', 'pack_published.pack_id')
        .onRef('pack_editions.version', '=', 'pack_published.version'),
    )
    .select([
      'pack_published.pack_id',
      'pack_published.version',
      'pack_published.since',
      'pack_editions.manifest',
      'pack_editions.manifest_sha256',
      'pack_editions.signed_by',
    ])
    .orderBy('pack_published.pack_id')
    .execute();
  const publications = await tables.selectFrom('pack_publications').selectAll().execute();
  const revoked = await loadRevocations(tables);
  const standing = rows.filter(
    (row) => !isRevoked(revoked, { packId: row.pack_id, version: row.version, signedBy: signersOf(row) }),
  );
  return standing.map((row) => {
    const { title, totals } = manifestSchema.parse(JSON.parse(row.manifest));
    return {
      release: {
        packId: row.pack_id as PackId,
        version: row.version,
        manifestSha256: row.manifest_sha256 as Sha256,
        title,
        bytes: totals.bytes,
        publishedAt: row.since,
      },
      audiences: publications.filter((publication) => publication.pack_id === row.pack_id).map(audienceOf),
    };
  });
}

async function releasesFor(
  tx: GatewayTransaction,
  tabletId: TabletId,
  published: readonly Published[],
): Promise<readonly PackRelease[]> {
  const people = await loadPeopleOfTablet(tx.tables<PeopleTables>(), tabletId);
  return published.flatMap(({ release, audiences }) => {
    const readers = readersOf(audiences, people);
    if (readers === undefined) return [];
    return [{ ...release, people: readers === 'everyone' ? null : [...readers] }];
  });
}

async function putRelease(
  tx: GatewayTransaction,
  tabletId: TabletId,
  release: PackRelease,
  body: string,
): Promise<void> {
  await tx
    .tables<EducationTables>()
    .insertInto('education_releases')
    .values({ tablet: idToBytes(tabletId), pack_id: release.packId, version: release.version, body })
    .onConflict((conflict) => conflict.columns(['tablet', 'pack_id']).doUpdateSet({ version: release.version, body }))
    .execute();
  await appendChange(tx, {
    audience: tabletAudience(tabletId),
    record: educationRecords.release,
    id: release.packId,
    put: release,
  });
  tx.announce(RELEASE_TOPIC);
}

async function takeBack(tx: GatewayTransaction, tabletId: TabletId, packId: string): Promise<void> {
  await tx
    .tables<EducationTables>()
    .deleteFrom('education_releases')
    .where('tablet', '=', idToBytes(tabletId))
    .where('pack_id', '=', packId)
    .execute();
  await appendChange(tx, {
    audience: tabletAudience(tabletId),
    record: educationRecords.release,
    id: packId,
    removed: true,
  });
  tx.announce(RELEASE_TOPIC);
}
