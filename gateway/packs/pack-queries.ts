import type { Kysely, Selectable } from 'kysely';
import { packIdSchema, type PackId, type RecordId, type Sha256, type TabletId } from '#protocol/ids.ts';
import { manifestSchema, type Manifest, type TrustedKey } from '#protocol/packs/manifest.ts';
import { bytesToId } from '../db/id-bytes.ts';
import type { PackAudience, PackEdition, PackPublication, Packs } from './staff-api.ts';
import type { PackTables } from './tables.ts';

type Tables = Kysely<PackTables>;
type EditionRow = Selectable<PackTables['pack_editions']>;
type PublicationRow = Selectable<PackTables['pack_publications']>;

/** The keys this establishment trusts. */
export async function loadPackKeys(tables: Tables): Promise<TrustedKey[]> {
  const rows = await tables.selectFrom('pack_keys').selectAll().orderBy('key_id').execute();
  return rows.map((row) => ({ keyId: row.key_id, role: row.role as TrustedKey['role'], publicKey: row.public_key }));
}

/** The manifest of one edition, or undefined. It was verified before it was stored. */
export async function loadManifest(tables: Tables, packId: string, version: number): Promise<Manifest | undefined> {
  const row = await tables
    .selectFrom('pack_editions')
    .select('manifest')
    .where('pack_id', '=', packId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? undefined : manifestSchema.parse(JSON.parse(row.manifest));
}

/** Everything here for the console: newest edition first within a pack. */
export async function listPacks(
  tables: Tables,
  staffNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Packs> {
  const editions = await tables
    .selectFrom('pack_editions')
    .selectAll()
    .orderBy('pack_id')
    .orderBy('version', 'desc')
    .execute();
  const publications = await tables.selectFrom('pack_publications').selectAll().orderBy('published_at').execute();
  const published = await tables.selectFrom('pack_published').selectAll().execute();
  const names = await staffNames([
    ...editions.map((row) => bytesToId<string>(row.received_by)),
    ...publications.map((row) => bytesToId<string>(row.published_by)),
  ]);
  const packIds = [...new Set(editions.map((row) => row.pack_id))];
  return {
    packs: packIds.map((packId) => ({
      packId: packIdSchema.parse(packId),
      publishedVersion: publications.some((row) => row.pack_id === packId)
        ? (published.find((row) => row.pack_id === packId)?.version ?? null)
        : null,
      staffPick: published.some((row) => row.pack_id === packId && row.staff_pick === 1),
      editions: editions.filter((row) => row.pack_id === packId).map((row) => editionOf(row, names)),
      publications: publications.filter((row) => row.pack_id === packId).map((row) => publicationOf(row, names)),
    })),
  };
}

/** One edition as the console shows it. */
export function editionOf(row: EditionRow, names: ReadonlyMap<string, string>): PackEdition {
  const manifest = manifestSchema.parse(JSON.parse(row.manifest));
  return {
    packId: manifest.packId,
    version: manifest.version,
    manifestSha256: row.manifest_sha256 as Sha256,
    title: manifest.title,
    summary: manifest.summary,
    languages: [...manifest.languages],
    subject: manifest.subject,
    level: [...manifest.level],
    minutes: manifest.minutes,
    items: manifest.items.map(({ activityId, kind, title, minutes }) => ({ activityId, kind, title, minutes })),
    files: manifest.totals.files,
    bytes: manifest.totals.bytes,
    signedBy: JSON.parse(row.signed_by) as PackEdition['signedBy'],
    warnings: [...(manifest.report?.warnings ?? [])],
    receivedAt: row.received_at,
    receivedBy: names.get(bytesToId(row.received_by)) ?? '',
  };
}

/** One publication as the console shows it. */
export function publicationOf(row: PublicationRow, names: ReadonlyMap<string, string>): PackPublication {
  return {
    publicationId: bytesToId<RecordId>(row.id),
    packId: row.pack_id as PackId,
    audience: audienceOf(row),
    publishedAt: row.published_at,
    publishedBy: names.get(bytesToId(row.published_by)) ?? '',
    version: row.version,
    from: row.from_day,
    until: row.until_day,
  };
}

/** Whom a publication is for. */
export function audienceOf(row: Pick<PublicationRow, 'audience_kind' | 'audience_value'>): PackAudience {
  if (row.audience_kind === 'wing') return { kind: 'wing', wing: row.audience_value };
  if (row.audience_kind === 'group') return { kind: 'group', groupId: row.audience_value as RecordId };
  if (row.audience_kind === 'tablet') return { kind: 'tablet', tabletId: row.audience_value as TabletId };
  if (row.audience_kind === 'person') return { kind: 'person', personId: row.audience_value };
  return { kind: 'everyone' };
}
