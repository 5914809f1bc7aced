import { z } from 'zod/mini';
import { decodeBase64Url } from '#protocol/base64.ts';
import { base64Url, type RecordId } from '#protocol/ids.ts';
import { answerAad, shareAnswerSchema, sharedPageSchema, sharingOperations, sharingRecords, shareStateSchema, type ShareState } from '#protocol/selfhelp/sharing.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { openRow } from '../../../db/row-seal.ts';
import type { StoreWrite } from '../../../db/stores.ts';
import { putRoleKey, sharingTables, SHARES_STORE, type ShareRow } from './sharing-tables.ts';

/** The person's own copy of a share, as it lies at the gateway. */
export const shareNoteSchema = z.object({ title: z.string(), page: sharedPageSchema, answerKey: base64Url(50), pad: z.string() });

/** What became of a share, as writes; nothing for other records. */
export async function applyShareChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  if (change.record !== sharingRecords.share) return [];
  const { shares } = sharingTables(database);
  const known = await shares.get(change.id);
  if ('removed' in change) return known === undefined ? [] : [await shares.preparePut(endRow(known))];
  const state = shareStateSchema.parse(change.put);
  // A row without the key of its answers is one whose note did not open: it may now.
  const row = known === undefined || known.answerKey === null ? await fromNote(state, database, known) : known;
  const answers = await Promise.all(state.answers.map(async ({ answerId, by, at, box }) => ({ answerId, by, at, answer: await openAnswer(row.answerKey, state.shareId, answerId, box) })));
  return [await shares.preparePut({ ...row, since: state.since, until: state.until, state: row.state === 'leaving' ? 'leaving' : 'there', openings: state.openings, answers, locked: row.answerKey === null ? state : undefined })];
}

/** The shares whose note did not open before, with the keys there are now. */
export async function reopenShares(database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const locked = (await sharingTables(database).shares.list()).flatMap((row) => row.locked ?? []);
  const opened = await Promise.all(locked.map((put) => applyShareChange({ record: sharingRecords.share, id: put.shareId, put }, database)));
  return opened.flat();
}

/** A role's public key. */
export async function applyRoleKeyChange(change: Change): Promise<readonly StoreWrite[]> {
  return change.record === sharingRecords.roleKey && 'put' in change ? [putRoleKey(change.put)] : [];
}

/** A share that the gateway refused is told as such; its operation has the share's id, and the one that takes it back is named in its row. */
export async function applyShareAnswer({ id, kind, answer }: { readonly id: string; readonly kind: string; readonly answer: Answer }, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const { shares } = sharingTables(database);
  if (kind === sharingOperations.unshare && answer.answer === 'accepted') {
    // Also what the gateway never had: nobody can open it any more, and that is what was asked.
    const leaving = (await shares.list()).filter((row) => row.state === 'leaving' && row.takeBackId === id);
    return Promise.all(leaving.map((row) => shares.preparePut(endRow(row))));
  }
  if (kind !== sharingOperations.share || answer.answer !== 'refused') return [];
  const row = await shares.get(id);
  return row === undefined ? [] : [await shares.preparePut({ ...row, state: 'refused' })];
}

/** What is over is remembered without its page: that it was shared, with whom, and who opened it. */
export function endRow(row: ShareRow): ShareRow {
  return { ...row, state: 'ended', page: null, locked: undefined };
}

/** The row as the person's own copy tells it. What was taken back here already stays so, and gets no page again. */
async function fromNote(state: ShareState, database: PersonDatabase, known: ShareRow | undefined): Promise<ShareRow> {
  const note = shareNoteSchema.safeParse(await database.openBackup(SHARES_STORE, state.shareId, decodeBase64Url(state.note))).data;
  const { shareId, role, since, until } = state;
  const page = known?.state === 'leaving' ? null : (note?.page ?? null);
  return { state: 'there', ...known, shareId, role, since, until, title: note?.title ?? '', page, answerKey: note?.answerKey ?? null, openings: [], answers: [] };
}

async function openAnswer(answerKey: string | null, shareId: RecordId, answerId: RecordId, box: string) {
  if (answerKey === null) return null;
  const key = await crypto.subtle.importKey('raw', decodeBase64Url(answerKey), 'AES-GCM', false, ['decrypt']);
  return shareAnswerSchema.safeParse(await openRow(key, decodeBase64Url(box), answerAad(shareId, answerId))).data ?? null;
}
