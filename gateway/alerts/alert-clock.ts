import type { TabletId } from '#protocol/ids.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import { escalateOverdue } from './actions.ts';
import { alertPolicyAt, tellAlertPolicy, untoldTablets } from './alert-policy.ts';
import type { AlertTables } from './tables.ts';

/** How often it is looked whether a call is overdue or another policy has begun, in milliseconds. */
const EVERY = 10_000;

/** What is read: what is committed, or what is there inside a job. */
type Tables = Pick<GatewayTransaction, 'tables'>;

export type AlertClockDependencies = {
  readonly database: GatewayDatabase;
  readonly clock: () => number;
  readonly allTablets: (tables: Tables) => Promise<readonly TabletId[]>;
  /** Told what went wrong; it is tried again at the next turn. */
  readonly onError: (error: unknown) => void;
};

/**
 * What happens with calls when nobody does anything: those not seen in time are told to more people, and tablets hear
 * of the rules in force. `now` looks at once.
 */
export function startAlertClock(dependencies: AlertClockDependencies): { readonly now: () => Promise<void>; readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      await escalateIfOverdue(dependencies);
      await tellIfUntold(dependencies);
    } catch (error) {
      dependencies.onError(error);
    }
  };
  const next = (): Promise<void> => (running = running.then(look));
  const timer = setInterval(() => void next(), EVERY);
  timer.unref();
  void next();
  return {
    now: next,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** Looked at first, so that a quiet moment costs no write. */
async function escalateIfOverdue({ database, clock }: AlertClockDependencies): Promise<void> {
  const overdue = await database
    .reads<AlertTables>()
    .selectFrom('alerts')
    .select('id')
    .where('closed_at', 'is', null)
    .where('acknowledged_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('due_at', '<=', clock())
    .limit(1)
    .executeTakeFirst();
  if (overdue !== undefined) await database.committer.submit(escalateOverdue);
}

async function tellIfUntold({ database, clock, allTablets }: AlertClockDependencies): Promise<void> {
  const look = async (tables: Tables, now: number) => {
    const policy = await alertPolicyAt(tables.tables(), now);
    return { policy, untold: await untoldTablets(tables.tables(), await allTablets(tables), policy.version) };
  };
  const before = await look({ tables: database.reads }, clock());
  if (before.untold.length === 0) return;
  await database.committer.submit(async (tx) => {
    const { policy, untold } = await look(tx, tx.now);
    await tellAlertPolicy(tx, untold, policy);
  });
}
