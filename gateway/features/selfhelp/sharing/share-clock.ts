import type { PersonId } from '#protocol/ids.ts';
import { idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import { endShare } from './share-rows.ts';
import type { SharingTables } from './tables.ts';

/** How often it is looked whether a share's time is over, in milliseconds. No desk shows one that is, whatever this does. */
const EVERY = 60_000;

/** Deletes what is over, when nobody may be doing anything. `onError` is told what went wrong; it is tried again a minute later. */
export function startShareClock(database: GatewayDatabase, clock: () => number, onError: (error: unknown) => void): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      // Looked at first, so that a quiet minute costs no write.
      const over = await database.reads<SharingTables>().selectFrom('shares').select('id').where('until', '<=', clock()).limit(1).execute();
      if (over.length > 0) await database.committer.submit(endShares);
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(() => {
    running = running.then(look);
  }, EVERY);
  timer.unref();
  running = look();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** Deletes every share whose time is over. */
export async function endShares(tx: GatewayTransaction): Promise<void> {
  const rows = await tx.tables<SharingTables>().selectFrom('shares').select(['id', 'person']).where('until', '<=', tx.now).execute();
  for (const row of rows) await endShare(tx, row);
}

/** Somebody has left this prison: the desks here are not theirs any more, and what they shared with them goes. */
export async function endSharesOfLeaver(tx: GatewayTransaction, personId: PersonId): Promise<void> {
  const tables = tx.tables<SharingTables & PeopleTables>();
  const person = await tables.selectFrom('people').select('status').where('id', '=', idToBytes(personId)).executeTakeFirst();
  if (person?.status === 'here') return;
  const rows = await tables.selectFrom('shares').select(['id', 'person']).where('person', '=', idToBytes(personId)).execute();
  for (const row of rows) await endShare(tx, row);
}
