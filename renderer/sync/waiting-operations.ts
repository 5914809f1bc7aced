import type { PersonDatabase } from '../db/open-person-database.ts';
import type { OutboxRow } from '../db/sync-stores.ts';

/** Something the person did that has no answer yet. */
export type WaitingOperation = {
  readonly id: string;
  /** `feature.verb`, or undefined where the note cannot be opened. */
  readonly kind: string | undefined;
  /** When it was made, milliseconds, by the tablet's clock: ids begin with it (UUIDv7). */
  readonly at: number;
  /** It was on its way at least once, so it cannot be taken back any more (SPEC OUT-5). */
  readonly attempted: boolean;
};

/** What waits to be handed over, the oldest first. Live inside useLiveQuery. */
export async function loadWaiting(database: PersonDatabase): Promise<readonly WaitingOperation[]> {
  const rows = await database.dexie.table<OutboxRow, string>('outbox').where('waiting').equals(1).sortBy('sequence');
  return Promise.all(
    rows.map(async ({ id, note, attemptedAt }) => ({
      id,
      kind: kindOf(await database.open('outbox', id, note)),
      at: timeOf(id),
      attempted: attemptedAt !== undefined,
    })),
  );
}

/** True while an operation has not been on its way. Live inside useLiveQuery. */
export async function isUntouched(database: PersonDatabase, id: string): Promise<boolean> {
  const row = await database.dexie.table<OutboxRow, string>('outbox').get(id);
  return row !== undefined && row.waiting === 1 && row.attemptedAt === undefined;
}

/** How many rows could not be read and were set aside (SPEC OUT-6). */
export function countSetAside(database: PersonDatabase): Promise<number> {
  return database.dexie.table('set_aside').count();
}

function kindOf(note: unknown): string | undefined {
  return typeof note === 'object' && note !== null && 'kind' in note && typeof note.kind === 'string' ? note.kind : undefined;
}

/** The first 48 bits of a UUIDv7 are its time. */
function timeOf(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}
