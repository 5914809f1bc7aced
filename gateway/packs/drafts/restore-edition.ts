import { link, mkdir, writeFile } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import canonicalize from 'canonicalize';
import { makeUuidV7, type RecordId } from '#protocol/ids.ts';
import { manifestSchema } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import type { PackTables } from '../tables.ts';
import { blobIn, editionFolder, readLists } from './built-pack.ts';
import { draftFolder } from './draft-folder.ts';
import type { PreviewDependencies } from './draft-preview.ts';
import { noteDraft } from './draft-rows.ts';
import { nextVersion } from './draft-work.ts';
import type { DraftTables } from './tables.ts';

/**
 * Brings the content of an older edition back as a draft with the next number. Tablets never go back (PACK-5), so a
 * roll-back is a new edition with the old content, and two people sign it like any other.
 */
export async function restoreEdition(
  dependencies: PreviewDependencies,
  staff: StaffCaller,
  packId: string,
  version: number,
  now: number,
): Promise<Result<{ readonly draftId: RecordId }, RouteFailure>> {
  const { database, dataFolder } = dependencies;
  const row = await database
    .reads<PackTables>()
    .selectFrom('pack_editions')
    .select('manifest')
    .where('pack_id', '=', packId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return fail({ code: 'not-found' });
  const draftId = makeUuidV7(now, randomBytes(10)) as RecordId;
  const next = await nextVersion(database.reads(), packId);
  // The text is canonical, so only the number is another.
  const text = canonicalize({ ...(JSON.parse(row.manifest) as object), version: next }) ?? '';
  const folder = draftFolder(dataFolder, draftId);
  await layOutEdition(dependencies, folder.built, text);
  await database.committer.submit((tx) => insertRestored(tx, staff, { draftId, packId, version, next, text }));
  return ok({ draftId });
}

type Restored = {
  readonly draftId: RecordId;
  readonly packId: string;
  /** The edition that comes back, and the number it comes back under. */
  readonly version: number;
  readonly next: number;
  /** The new manifest. */
  readonly text: string;
};

async function insertRestored(tx: GatewayTransaction, staff: StaffCaller, restored: Restored): Promise<void> {
  const { draftId, packId, version, next, text } = restored;
  const { title } = manifestSchema.parse(JSON.parse(text));
  await tx
    .tables<DraftTables>()
    .insertInto('pack_drafts')
    .values({
      ...{
        id: idToBytes(draftId),
        state: 'ready',
        name: `${packId}/${String(version)}`,
        owner: idToBytes(staff.staffId),
      },
      ...{ authors: JSON.stringify([staff.staffId]), pack_id: packId, version: next, title: JSON.stringify(title) },
      ...{ manifest_sha256: createHash('sha256').update(text).digest('hex'), signature: null, reason: null },
      ...{ report: JSON.stringify({ problems: [], notCarried: [] }), submitted_by: null, submitted_at: null },
      ...{ decided_by: null, decided_at: null, created_at: tx.now, updated_at: tx.now },
    })
    .execute();
  await noteDraft(tx, staff, 'packs.restore', draftId, { packId, version });
}

/** The same files under a new manifest. They are links to what is kept already, so they cost no room. */
async function layOutEdition({ blobs }: PreviewDependencies, built: string, text: string): Promise<void> {
  const manifest = manifestSchema.parse(JSON.parse(text));
  const lists = await readLists(manifest, blobs.pathOf);
  const hashes = [...manifest.fileLists, ...lists.flatMap(({ files }) => files)].map(({ sha256 }) => sha256);
  for (const sha256 of new Set(hashes)) {
    const place = blobIn(built, sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await link(blobs.pathOf(sha256), place);
  }
  const home = editionFolder(built, manifest.packId, manifest.version);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(join(home, 'manifest.json'), text, { mode: 0o600, flush: true });
}
