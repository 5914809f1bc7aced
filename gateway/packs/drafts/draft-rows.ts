import type { Kysely, Selectable } from 'kysely';
import type { RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import type { DraftState } from './staff-api.ts';
import type { DraftTables } from './tables.ts';

export type DraftRow = Selectable<DraftTables['pack_drafts']>;
export type DraftFailure = { readonly code: 'not-found' | 'draft-stage' | 'draft-busy' };

/** One draft, or undefined. */
export async function loadDraftRow(tables: Kysely<DraftTables>, draftId: string): Promise<DraftRow | undefined> {
  return tables.selectFrom('pack_drafts').selectAll().where('id', '=', idToBytes(draftId)).executeTakeFirst();
}

/** One draft that stands at one of these stages; says which of the three it is when it does not. */
export async function findDraft(
  tables: Kysely<DraftTables>,
  draftId: string,
  states: readonly DraftState[],
): Promise<Result<DraftRow, DraftFailure>> {
  const row = await loadDraftRow(tables, draftId);
  if (row === undefined) return fail({ code: 'not-found' });
  if (states.includes(row.state as DraftState)) return ok(row);
  return fail({ code: row.state === 'importing' ? 'draft-busy' : 'draft-stage' });
}

/** Writes what changed of a draft, with the time. */
export async function saveDraft(
  tx: GatewayTransaction,
  draftId: string,
  change: Partial<Omit<DraftRow, 'id'>>,
): Promise<void> {
  await tx
    .tables<DraftTables>()
    .updateTable('pack_drafts')
    .set({ ...change, updated_at: tx.now })
    .where('id', '=', idToBytes(draftId))
    .execute();
}

/** Takes a draft's rows away; its acts stay in the audit. Its folder is removed by the caller, afterwards. */
export async function deleteDraft(tx: GatewayTransaction, draftId: string): Promise<void> {
  const tables = tx.tables<DraftTables>();
  await tables.deleteFrom('pack_draft_files').where('draft', '=', idToBytes(draftId)).execute();
  await tables.deleteFrom('pack_drafts').where('id', '=', idToBytes(draftId)).execute();
}

/** Records an act about a draft; `detail` carries codes and ids, never words of the course. */
export function noteDraft(
  tx: GatewayTransaction,
  staff: StaffCaller | undefined,
  action: string,
  draftId: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const actor =
    staff === undefined ? { kind: 'gateway' as const, id: 'drafts' } : { kind: 'staff' as const, id: staff.staffId };
  return appendAudit(tx, { at: tx.now, actor, action, subject: draftId, detail });
}

/** The ids of all who brought, changed or submitted it. */
export function authorsOf(row: Pick<DraftRow, 'authors'>): readonly string[] {
  return JSON.parse(row.authors) as readonly string[];
}

/** The authors with one more. */
export function withAuthor(row: Pick<DraftRow, 'authors'>, staffId: string): string {
  return JSON.stringify([...new Set([...authorsOf(row), staffId])]);
}

/** A draft's id as the protocol writes it. */
export function draftIdOf(row: Pick<DraftRow, 'id'>): RecordId {
  return bytesToId<RecordId>(row.id);
}
