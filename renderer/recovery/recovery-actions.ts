import { recordIdSchema } from '#protocol/ids.ts';
import { recoveryOperations } from '#protocol/private-records/recovery.ts';
import type { SaveRecord } from '#protocol/private-records/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { PersonDatabase } from '../db/open-person-database.ts';
import type { Person } from '../session/person.ts';
import { loadRecovery } from './recovery-queries.ts';
import { recoveryTables, type RecoveryState } from './recovery-tables.ts';

/** What these actions stand on. */
export type RecoveryActor = Pick<Person, 'database' | 'outbox' | 'shell' | 'reopenRecords'>;

type StoreFault = { readonly code: 'storage-full' | 'signed-out' };
/** Why words opened nothing. `no-sheet`: no box has come from the gateway yet. */
export type GiveFault = StoreFault | { readonly code: 'words-wrong' | 'words-old' | 'keys-full' | 'no-sheet' };

/** Makes a sheet. Nothing is kept yet: `keepSheet` does that once the words are written down. */
export function makeSheet({ shell }: RecoveryActor): ReturnType<ShellPort['makeRecoverySheet']> {
  return shell.makeRecoverySheet();
}

/**
 * Keeps the box of a sheet here and for the gateway, in the place of the last one of this tablet: its words are dead then.
 * One that another tablet has added keys to is another box and stays beside it, or those keys would be lost. `now` in
 * milliseconds.
 */
export async function keepSheet(the: RecoveryActor, box: string, now: number): Promise<Result<null, StoreFault>> {
  const { state } = await loadRecovery(the.database);
  return storeBox(the, box, state.ownBox ?? undefined, now);
}

/** Remembers that the person wants no sheet, and whether that was said of another tablet's too. */
export async function skipSheet({ database, outbox }: RecoveryActor): Promise<Result<null, StoreFault>> {
  const { state, others } = await loadRecovery(database);
  const write = await recoveryTables(database).state.preparePut({ ...state, skipped: true, skippedOthers: others.length > 0 });
  const kept = await outbox.recordIntention({ writes: [write], operations: [] });
  return kept.ok ? ok(null) : kept;
}

/**
 * Opens with the words of a sheet what other tablets wrote. The keys are in the vault when the shell answers; then what
 * could not be opened before is opened, and the box of the sheet gets the keys of this tablet too.
 */
export async function giveWords(the: RecoveryActor, words: readonly string[], now: number): Promise<Result<null, GiveFault>> {
  const { database, shell, reopenRecords } = the;
  const { others } = await loadRecovery(database);
  if (others.length === 0) return fail({ code: 'no-sheet' });
  const read = await shell.readRecoverySheet({ words: [...words], boxes: others.map(({ stored }) => stored.box) });
  if (!read.ok) return fail({ code: read.error.code });
  await database.adoptKeyring(read.value.keyring);
  return storeBox(the, read.value.box, others[read.value.opened]?.stored.box, now, reopenRecords);
}

/** What is replaced is named by its box: revisions made up before a contact may be another tablet's by then. */
async function storeBox({ database, outbox }: RecoveryActor, box: string, baseBox: string | undefined, now: number, reopen: Person['reopenRecords'] = async () => []): Promise<Result<null, StoreFault>> {
  const tables = recoveryTables(database);
  const replaced = (await tables.sheets.list()).filter(({ stored }) => stored.box === baseBox);
  const baseRevision = replaced[0]?.stored.revision ?? 0;
  const payload: SaveRecord = { recordId: recordOf(database), baseRevision, ...(baseBox === undefined ? {} : { baseBox }), box };
  const state: RecoveryState = { id: 'state', ownBox: box, madeAt: now, skipped: false };
  // In its turn: what opens now must not take the place of what a contact has brought meanwhile.
  const kept = await outbox.recordIntention(async () => ({
    // The box that is replaced goes here too: its words would open it until the next contact, and bring it back.
    writes: [await tables.state.preparePut(state), ...replaced.map(({ id }) => tables.sheets.prepareDelete(id)), ...(await reopen())],
    operations: [{ kind: recoveryOperations.keep, payload }],
  }));
  return kept.ok ? ok(null) : kept;
}

function recordOf(database: PersonDatabase): SaveRecord['recordId'] {
  return recordIdSchema.parse(database.personId);
}
