import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, stat, statfs } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import { makeUuidV7, type RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import { draftFolder, draftsHome } from './draft-folder.ts';
import { draftIdOf, findDraft, noteDraft, saveDraft } from './draft-rows.ts';
import { MAX_UPLOAD_BYTES, type NewUpload, PART_BYTES, type Upload } from './staff-api.ts';
import type { DraftTables } from './tables.ts';
import { areNamesFit, hasRoom } from './upload-rules.ts';

/** What uploads stand on. */
export type UploadDependencies = { readonly database: GatewayDatabase; readonly dataFolder: string };

/** Unfinished uploads one person may have: enough for a morning's mistakes, too few to fill a disk. */
const MAX_OPEN_UPLOADS = 5;

/** Announces an upload. Nothing is taken that would not fit the disk when it is unpacked and built. */
export async function startUpload(
  { database, dataFolder }: UploadDependencies,
  staff: StaffCaller,
  request: NewUpload,
): Promise<Result<Upload, RouteFailure>> {
  const total = request.files.reduce((sum, file) => sum + file.bytes, 0);
  if (total > MAX_UPLOAD_BYTES) return fail({ code: 'too-large' });
  if (!areNamesFit(request.files.map((file) => file.path))) return fail({ code: 'upload-names' });
  await mkdir(draftsHome(dataFolder), { recursive: true, mode: 0o700 });
  const disk = await statfs(dataFolder);
  if (!hasRoom(disk.bavail * disk.bsize, total)) return fail({ code: 'storage-full' });
  return database.committer.submit(async (tx) => {
    const tables = tx.tables<DraftTables>();
    const open = await tables
      .selectFrom('pack_drafts')
      .select('id')
      .where('owner', '=', idToBytes(staff.staffId))
      .where('state', '=', 'uploading')
      .execute();
    if (open.length >= MAX_OPEN_UPLOADS) return fail({ code: 'draft-limit' });
    const draftId = makeUuidV7(tx.now, randomBytes(10)) as RecordId;
    await insertUpload(tables, draftId, staff, request, tx.now);
    await noteDraft(tx, staff, 'packs.upload', draftId, { files: request.files.length, bytes: total });
    return ok({ draftId, name: request.name, files: request.files.map((file) => ({ ...file, received: 0 })) });
  });
}

async function insertUpload(
  tables: Kysely<DraftTables>,
  draftId: string,
  staff: StaffCaller,
  { name, files }: NewUpload,
  now: number,
): Promise<void> {
  const id = idToBytes(draftId);
  await tables
    .insertInto('pack_drafts')
    .values({
      ...{ id, state: 'uploading', name, owner: idToBytes(staff.staffId), authors: JSON.stringify([staff.staffId]) },
      ...{ pack_id: null, version: null, manifest_sha256: null, title: '{}', report: null, signature: null },
      ...{ submitted_by: null, submitted_at: null, decided_by: null, decided_at: null, reason: null },
      ...{ created_at: now, updated_at: now },
    })
    .execute();
  for (const [position, { path, bytes }] of files.entries())
    await tables.insertInto('pack_draft_files').values({ draft: id, position, path, bytes }).execute();
}

/** How far each file is: its length on disk is the truth, whatever was killed in between. */
export async function readUpload(
  { database, dataFolder }: UploadDependencies,
  staff: StaffCaller,
  draftId: RecordId,
): Promise<Result<Upload, RouteFailure>> {
  const own = await findOwnUpload(database.reads(), staff, draftId);
  if (!own.ok) return own;
  const folder = draftFolder(dataFolder, draftId);
  const files = [];
  for (const { path, bytes, position } of await loadFiles(database.reads(), draftId))
    files.push({ path, bytes, received: await lengthOf(folder.uploadOf(position)) });
  return ok({ draftId, name: own.value.name, files });
}

/** Files that a part is being written to. One process holds the data folder, so its memory is enough. */
const writing = new Set<string>();

/**
 * Takes one part of a file, from exactly where the file stands. A part that is cut off stays as far as it came and is
 * flushed before the answer, so what was once answered is never asked for again.
 */
export async function appendPart(
  { database, dataFolder }: UploadDependencies,
  staff: StaffCaller,
  place: { readonly draftId: RecordId; readonly position: number; readonly offset: number },
  bytes: Readable,
): Promise<Result<{ readonly received: number }, RouteFailure>> {
  const own = await findOwnUpload(database.reads(), staff, place.draftId);
  if (!own.ok) return own;
  const file = (await loadFiles(database.reads(), place.draftId)).find((one) => one.position === place.position);
  if (file === undefined) return fail({ code: 'not-found' });
  const folder = draftFolder(dataFolder, place.draftId);
  const path = folder.uploadOf(place.position);
  if (writing.has(path)) return fail({ code: 'upload-busy', retryAfter: 1000 });
  writing.add(path);
  try {
    const before = await lengthOf(path);
    if (before !== place.offset) return fail({ code: 'offset-wrong', detail: String(before) });
    await mkdir(folder.uploads, { recursive: true, mode: 0o700 });
    const room = Math.min(PART_BYTES, file.bytes - before);
    const outcome = await append(path, before, room, bytes);
    if (outcome !== 'whole') return fail({ code: outcome === 'cut' ? 'slow-request' : 'too-large' });
    return ok({ received: await lengthOf(path) });
  } finally {
    writing.delete(path);
  }
}

/** True when every file is whole: then the draft goes on to be imported. */
export async function finishUpload(
  { database, dataFolder }: UploadDependencies,
  staff: StaffCaller,
  draftId: RecordId,
): Promise<Result<void, RouteFailure>> {
  const upload = await readUpload({ database, dataFolder }, staff, draftId);
  if (!upload.ok) return upload;
  if (upload.value.files.some((file) => file.received !== file.bytes)) return fail({ code: 'upload-incomplete' });
  return database.committer.submit(async (tx) => {
    const row = await findDraft(tx.tables<DraftTables>(), draftId, ['uploading']);
    if (!row.ok) return row;
    await saveDraft(tx, draftId, { state: 'importing' });
    return ok(undefined);
  });
}

/** Ids of uploads begun before `before` (milliseconds) and never finished. */
export async function listAbandoned(tables: Kysely<DraftTables>, before: number): Promise<readonly RecordId[]> {
  const rows = await tables
    .selectFrom('pack_drafts')
    .select('id')
    .where('state', '=', 'uploading')
    .where('created_at', '<', before)
    .execute();
  return rows.map(draftIdOf);
}

/** The announced files in order. */
export async function loadFiles(tables: Kysely<DraftTables>, draftId: string) {
  return tables
    .selectFrom('pack_draft_files')
    .selectAll()
    .where('draft', '=', idToBytes(draftId))
    .orderBy('position')
    .execute();
}

/** A colleague's upload is as if it were not there. */
async function findOwnUpload(tables: Kysely<DraftTables>, staff: StaffCaller, draftId: RecordId) {
  const row = await findDraft(tables, draftId, ['uploading']);
  if (!row.ok) return row;
  const isOwn = Buffer.from(row.value.owner).equals(idToBytes(staff.staffId));
  return isOwn ? row : fail({ code: 'not-found' });
}

/** `too-much`: the file is then as long as before. `cut`: the sender went away; what came of the part stays. */
async function append(
  path: string,
  before: number,
  room: number,
  bytes: Readable,
): Promise<'whole' | 'cut' | 'too-much'> {
  let received = 0;
  const counter = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      received += part.length;
      done(received > room ? new TooMuch() : null, part);
    },
  });
  try {
    await pipeline(bytes, counter, createWriteStream(path, { flags: 'a', mode: 0o600, flush: true }));
    return 'whole';
  } catch (error) {
    if (isCut(error)) return 'cut';
    if (!(error instanceof TooMuch)) throw error;
    const handle = await open(path, 'r+');
    try {
      await handle.truncate(before);
    } finally {
      await handle.close();
    }
    return 'too-much';
  }
}

function isCut(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ECONNABORTED';
}

class TooMuch extends Error {}

async function lengthOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}
