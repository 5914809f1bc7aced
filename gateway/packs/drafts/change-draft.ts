import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import { draftFolder } from './draft-folder.ts';
import { deleteDraft, findDraft, noteDraft, saveDraft, withAuthor } from './draft-rows.ts';
import type { DraftWork } from './draft-work.ts';
import type { DraftState } from './staff-api.ts';
import type { DraftTables } from './tables.ts';

export type ChangeDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly work: DraftWork;
};

/** Stages at which a draft may be changed: not while it is checked, and not under the eyes of the second person. */
export const OPEN: readonly DraftState[] = ['refused', 'checked', 'ready', 'returned'];

/** Drafts a change is being written to; two at once could each read what the other has not written yet. */
const changing = new Set<string>();

/**
 * Changes the source folder of a draft by `write`. The built course and its signature no longer fit then, so the draft
 * falls back to `checked` until it is checked anew, and whoever changed it may not approve it.
 */
export async function changeDraft<T>(
  { database, dataFolder }: ChangeDependencies,
  staff: StaffCaller,
  draftId: RecordId,
  what: string,
  write: (source: string) => Promise<Result<T, RouteFailure>>,
): Promise<Result<T, RouteFailure>> {
  if (changing.has(draftId)) return fail({ code: 'draft-busy', retryAfter: 1000 });
  const known = await findMade(database, dataFolder, draftId);
  if (!known.ok) return known;
  changing.add(draftId);
  try {
    // First the row: a change that is half written must never stand under an edition that can be submitted.
    const opened = await database.committer.submit(async (tx) => {
      const row = await findDraft(tx.tables<DraftTables>(), draftId, OPEN);
      if (!row.ok) return row;
      const state = row.value.state === 'refused' ? 'refused' : 'checked';
      await saveDraft(tx, draftId, { state, authors: withAuthor(row.value, staff.staffId), manifest_sha256: null });
      await noteDraft(tx, staff, 'packs.change', draftId, { what });
      return ok(undefined);
    });
    return opened.ok ? await write(draftFolder(dataFolder, draftId).source) : opened;
  } finally {
    changing.delete(draftId);
  }
}

/** Puts a draft into the queue to be checked and built anew. */
export async function recheckDraft(
  { database, dataFolder, work }: ChangeDependencies,
  staff: StaffCaller,
  draftId: RecordId,
): Promise<Result<void, RouteFailure>> {
  if (changing.has(draftId)) return fail({ code: 'draft-busy', retryAfter: 1000 });
  const known = await findMade(database, dataFolder, draftId);
  if (!known.ok) return known;
  const taken = await database.committer.submit(async (tx) => {
    const row = await findDraft(tx.tables<DraftTables>(), draftId, OPEN);
    if (!row.ok) return row;
    await saveDraft(tx, draftId, { state: 'importing', manifest_sha256: null, signature: null });
    await noteDraft(tx, staff, 'packs.recheck', draftId, {});
    return ok(undefined);
  });
  if (taken.ok) work.take(draftId);
  return taken;
}

/** What came ready made, and an edition that is brought back, have no source: there is nothing to change or check anew. */
async function findMade(
  database: GatewayDatabase,
  dataFolder: string,
  draftId: RecordId,
): Promise<Result<void, RouteFailure>> {
  const row = await findDraft(database.reads<DraftTables>(), draftId, OPEN);
  if (!row.ok) return row;
  const { source, uploads } = draftFolder(dataFolder, draftId);
  return existsSync(source) || existsSync(uploads) ? ok(undefined) : fail({ code: 'draft-stage' });
}

/** Throws a draft away, with its files. One that a second person is looking at is first taken back. */
export async function discardDraft(
  { database, dataFolder, work }: ChangeDependencies,
  staff: StaffCaller,
  draftId: RecordId,
): Promise<Result<void, RouteFailure>> {
  work.cancel(draftId);
  const gone = await database.committer.submit(async (tx) => {
    const row = await findDraft(tx.tables<DraftTables>(), draftId, [...OPEN, 'uploading', 'importing']);
    if (!row.ok) return row;
    await deleteDraft(tx, draftId);
    await noteDraft(tx, staff, 'packs.discard', draftId, { why: 'discarded' });
    return ok(undefined);
  });
  if (gone.ok) await rm(draftFolder(dataFolder, draftId).home, { recursive: true, force: true, maxRetries: 3 });
  return gone;
}
