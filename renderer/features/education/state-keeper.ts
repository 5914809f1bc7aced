import { activityStateSchema, isSendable, STATE_KIND, type ActivityState } from '#protocol/education/state.ts';
import { ok, type Result } from '#protocol/result.ts';
import type { Person } from '../../session/person.ts';
import type { IntentionFault } from '../../sync/outbox.ts';
import { stateRowId, stateTable } from './state-table.ts';

/** At most this often a state goes to the gateway while its activity is open, in milliseconds: it is kept here at once. */
const SEND_EVERY = 5 * 60 * 1000;

type Kept = Result<void, IntentionFault>;

/** Keeps the state of one activity while it is open. Calls are taken one after another. */
export type StateKeeper = {
  /** What the player asked for before; null when there is nothing. */
  readonly load: () => Promise<string | null>;
  /** Keeps a state on this tablet; resolves when a pulled plug would not lose it. */
  readonly keep: (text: string) => Promise<Kept>;
  /** Hands the last state over for the gateway, where it is not yet: at the end, and when something was finished. */
  readonly send: () => Promise<Kept>;
};

/** One person's states are kept one after another, whoever keeps them: what is handed over at sign-in must not undo what a course opened meanwhile keeps. */
const turns = new WeakMap<Owner['database'], Promise<unknown>>();

type Activity = { readonly packId: string; readonly packVersion: number; readonly activityId: string };
type Owner = Pick<Person, 'database' | 'outbox'>;

/** Makes the keeper of one activity. `clock` is the tablet's, in milliseconds. */
export function createStateKeeper(activity: Activity, { database, outbox }: Owner, clock: () => number): StateKeeper {
  const table = stateTable(database);
  let sentAt = clock();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = (turns.get(database) ?? Promise.resolve()).then(work, work);
    turns.set(database, mine.catch(() => undefined));
    return mine;
  };
  const current = () => table.get(stateRowId('current', activity.activityId));
  const store = async (state: ActivityState, send: boolean): Promise<Kept> => {
    const sending = send && isSendable(state);
    const write = await table.preparePut({ place: 'current', state, sent: sending });
    const kept = await outbox.recordIntention({ writes: [write], operations: sending ? [{ kind: STATE_KIND, payload: state }] : [] });
    return kept.ok ? ok(undefined) : kept;
  };
  return {
    load: () => inTurn(async () => (await current())?.state.state ?? null),
    keep: (text) =>
      inTurn(async () => {
        const before = await current();
        const now = clock();
        const isDue = Math.abs(now - sentAt) >= SEND_EVERY;
        if (isDue) sentAt = now;
        // Later than whatever stands here, also when the clock was set back: work just done must not lose (CLOCK-2).
        const at = Math.max(now, (before?.state.at ?? 0) + 1);
        return store(activityStateSchema.parse({ ...activity, stateId: outbox.newId(), at, state: text }), isDue);
      }),
    send: () =>
      inTurn(async () => {
        const last = await current();
        return last === undefined || last.sent ? ok(undefined) : store(last.state, true);
      }),
  };
}

/** Hands over every state that a power cut kept back. Called at sign-in: whoever moves to another tablet next need not have opened the courses here. */
export async function sendKeptStates(owner: Owner, clock: () => number): Promise<void> {
  const rows = await stateTable(owner.database).list();
  for (const { place, sent, state } of rows) if (place === 'current' && !sent) await createStateKeeper(state, owner, clock).send();
}
