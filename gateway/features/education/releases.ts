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
import { dayOf } from './day-of.ts';
import { loadGroupsOf } from './groups/group-queries.ts';
import { type Days, isTold, joinDays, type Reader, readersOf } from './rules.ts';
import type { TutorTables } from './tutor-tables.ts';
import type { EducationTables } from './tables.ts';

type Edition = Omit<PackRelease, 'people'>;
type Publication = Days & { readonly audience: PackAudience; readonly version: number | null };
/** One pack: its editions that stand, newest last, the one everybody has, and whom it is told today. */
type Published = {
  readonly editions: readonly Edition[];
  readonly version: number | undefined;
  readonly publications: readonly Publication[];
};

/**
 * Brings what these tablets are told in line with what is published and who uses them now. Called in the job that
 * published, withdrew, assigned or moved. Only what really changed goes into a stream, so that a tablet is not woken
 * for nothing.
 */
export async function refreshReleases(tx: GatewayTransaction, tabletIds: readonly TabletId[]): Promise<void> {
  const published = await loadPublished(tx.tables<PackTables>(), dayOf(tx.now));
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

/**
 * Every edition that some tablet was told to have: what the signed release list names (PACK-17). One that is published to
 * everyone says so, for tablets that hear of it from a USB stick alone.
 */
export async function loadReleasedPacks(
  tables: Kysely<EducationTables & PackTables>,
  now: number,
): Promise<readonly ReleasedPack[]> {
  const published = await loadPublished(tables, dayOf(now));
  const isForEveryone = (packId: string, version: number): boolean =>
    published.some(
      (pack) =>
        pack.version === version &&
        pack.editions.some((edition) => edition.packId === packId && edition.version === version) &&
        // Days are told to tablets with their own list only, so what has any is not said to be for all.
        pack.publications.some(({ audience, from, until }) => audience.kind === 'everyone' && from === null && until === null),
    );
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
    ...(isForEveryone(row.pack_id, row.version) ? { everyone: true as const } : {}),
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

/** What is published, told today and not taken back (PACK-18). */
async function loadPublished(tables: Kysely<PackTables>, today: string): Promise<readonly Published[]> {
  const published = await tables.selectFrom('pack_published').selectAll().execute();
  const publications = (await tables.selectFrom('pack_publications').selectAll().execute())
    .map((row) => ({ packId: row.pack_id, audience: audienceOf(row), version: row.version, from: row.from_day, until: row.until_day }))
    .filter((row) => isTold(row, today));
  const wanted = new Set([...published.map((row) => row.version), ...publications.flatMap((row) => row.version ?? [])]);
  const packIds = [...new Set(publications.map((row) => row.packId))].sort();
  if (packIds.length === 0) return [];
  const editions = await loadEditions(tables, packIds, [...wanted]);
  return packIds.map((packId) => {
    const own = published.find((row) => row.pack_id === packId);
    const pick = own?.staff_pick === 1 ? { staffPick: true } : {};
    return {
      editions: editions
        .filter((edition) => edition.packId === packId)
        .map((edition) => ({ ...edition, publishedAt: own?.since ?? edition.publishedAt, ...pick })),
      version: own?.version,
      publications: publications.filter((row) => row.packId === packId),
    };
  });
}

async function loadEditions(tables: Kysely<PackTables>, packIds: readonly string[], versions: readonly number[]): Promise<readonly Edition[]> {
  const rows = await tables
    .selectFrom('pack_editions')
    .select(['pack_id', 'version', 'manifest', 'manifest_sha256', 'signed_by', 'received_at'])
    .where('pack_id', 'in', packIds)
    .where('version', 'in', versions.length === 0 ? [0] : versions)
    .orderBy('version')
    .execute();
  const revoked = await loadRevocations(tables);
  return rows
    .filter((row) => !isRevoked(revoked, { packId: row.pack_id, version: row.version, signedBy: signersOf(row) }))
    .map((row) => {
      const { title, totals, kind } = manifestSchema.parse(JSON.parse(row.manifest));
      return {
        ...{ packId: row.pack_id as PackId, version: row.version, manifestSha256: row.manifest_sha256 as Sha256 },
        ...{ title, bytes: totals.bytes, publishedAt: row.received_at },
        ...(kind === 'runtime' ? { kind } : {}),
      };
    });
}

async function releasesFor(
  tx: GatewayTransaction,
  tabletId: TabletId,
  published: readonly Published[],
): Promise<readonly PackRelease[]> {
  const people = await loadPeopleOfTablet(tx.tables<PeopleTables>(), tabletId);
  const groups = await loadGroupsOf(tx.tables<TutorTables>(), people.map(({ personId }) => personId));
  const readers = people.map((person) => ({ ...person, groups: groups.get(person.personId) }));
  return published.flatMap((pack) => releaseOf(pack, tabletId, readers) ?? []);
}

/** What one tablet is told of one pack. Trying an edition out comes before what everybody has, if it is the newer one. */
function releaseOf({ editions, version, publications }: Published, tabletId: TabletId, people: readonly Reader[]): PackRelease | undefined {
  const test = publications.find(({ audience }) => audience.kind === 'tablet' && audience.tabletId === tabletId);
  const usual = publications.filter(({ audience }) => audience.kind !== 'tablet' && readersOf([audience], people) !== undefined);
  const tried = editions.find((edition) => edition.version === test?.version);
  if (test !== undefined && tried !== undefined && tried.version >= (usual.length === 0 ? 0 : (version ?? 0)))
    return { ...tried, ...joinDays([test]), people: null };
  const edition = editions.find((one) => one.version === version);
  const readers = readersOf(usual.map(({ audience }) => audience), people);
  if (edition === undefined || readers === undefined) return undefined;
  return { ...edition, ...joinDays(usual), people: readers === 'everyone' ? null : [...readers] };
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
