import { makeUuidV7, type OperationId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { WITHDRAWN_KIND } from '#protocol/sync/operation.ts';
import { isStorageFull, type StoreWrite } from '../db/stores.ts';
import type { KeptOperation, PersonSyncStore } from './sync-store.ts';

/** What a person does: the records it changes and what the gateway is to hear of it. */
export type Intention = {
  readonly writes: readonly StoreWrite[];
  /** `id` where a record must know its operation (from `newId`); otherwise it is made here. */
  readonly operations: readonly { readonly id?: string; readonly kind: string; readonly payload: unknown }[];
};

type WithdrawWrites = readonly StoreWrite[] | (() => Promise<readonly StoreWrite[]>);

/** `storage-full`: nothing was stored, tell the person. `signed-out`: their keys are gone. */
export type IntentionFault = { readonly code: 'storage-full' | 'signed-out' };

/** Where everything that a person does on this tablet begins its way. One for each signed-in person. */
export type Outbox = {
  /** A new id that sorts by time (UUIDv7). */
  readonly newId: () => string;
  /**
   * Stores records and operations in one strict transaction (SPEC OUT-1): when it resolves `ok`, a pulled plug loses nothing.
   * Where they depend on what is stored, a function makes them: nothing is stored between its reads and its writes.
   */
  readonly recordIntention: (intention: Intention | (() => Promise<Intention>)) => Promise<Result<{ readonly operationIds: readonly OperationId[] }, IntentionFault>>;
  /**
   * Takes an operation back, with the writes that undo its record, if it was never on its way (OUT-5). Where they depend on
   * what is stored, a function makes them, as for `recordIntention`.
   */
  readonly withdraw: (operationId: string, writes: WithdrawWrites) => Promise<Result<void, IntentionFault | { readonly code: 'already-sent' | 'unknown-operation' }>>;
  /** Carries out work during which no intention of the person is stored: what came from the gateway is applied so. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Puts withdrawn operations where unreadable ones were set aside, so that what came after can pass. */
  readonly fillHoles: () => Promise<void>;
};

export type OutboxDependencies = {
  readonly store: PersonSyncStore;
  readonly shell: Pick<ShellPort, 'sealOperation'>;
  /** Encrypts an operation's kind for the person. */
  readonly sealNote: (id: string, kind: string) => Promise<Uint8Array>;
  /** The tablet's clock, milliseconds. */
  readonly clock: () => number;
  /** Ten random bytes. */
  readonly randomBytes: () => Uint8Array;
  /** Called after something was stored: the sync runner wakes up. */
  readonly onStored: () => void;
};

type NewOperation = { readonly id: OperationId; readonly sequence: number; readonly kind: string; readonly payload: unknown };

/** Builds a person's outbox. Calls are taken one after another, so that the order of the person's acts is the order kept (OUT-3). */
export function createOutbox(the: OutboxDependencies): Outbox {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const newId = (): string => makeUuidV7(the.clock(), the.randomBytes());
  const places = rememberPlaces(the.store);
  return {
    newId,
    recordIntention: (intention) =>
      inTurn(() =>
        guardStorage(async () => {
          const { writes, operations } = typeof intention === 'function' ? await intention() : intention;
          const named = operations.map((operation) => ({ ...operation, id: (operation.id ?? newId()) as OperationId }));
          return storeIntention(the, places, writes, named);
        }),
      ),
    alone: inTurn,
    withdraw: (operationId, writes) => inTurn(() => guardStorage(() => withdraw(the, operationId as OperationId, writes))),
    fillHoles: () =>
      inTurn(async () => {
        for (const sequence of await the.store.holes()) {
          const sealed = await seal(the, { id: newId() as OperationId, sequence, kind: WITHDRAWN_KIND, payload: null });
          if (sealed !== undefined) await the.store.fillHole(sealed);
        }
      }),
  };
}

/** The next place in the order, kept between two acts: reading it anew was a whole transaction of what a person waits for. */
type Places = { readonly next: () => Promise<number>; readonly moveTo: (place: number | undefined) => void };

/** A remembered place may be stale (another page wrote): the transaction that stores checks it, and then it is read anew. */
function rememberPlaces(store: Pick<PersonSyncStore, 'nextSequence'>): Places {
  let remembered: number | undefined;
  return {
    next: async () => (remembered ??= await store.nextSequence()),
    moveTo: (place) => { remembered = place; },
  };
}

async function storeIntention(the: OutboxDependencies, places: Places, writes: readonly StoreWrite[], operations: readonly Omit<NewOperation, 'sequence'>[]): Promise<Result<{ readonly operationIds: readonly OperationId[] }, IntentionFault>> {
  for (;;) {
    // The place in the order is part of the seal, so it is chosen before the transaction and checked in it.
    const first = operations.length === 0 ? 0 : await places.next();
    const sealed = await Promise.all(operations.map((operation, index) => seal(the, { ...operation, sequence: first + index })));
    const kept = sealed.filter((one) => one !== undefined);
    if (kept.length < operations.length) return fail({ code: 'signed-out' });
    // Forgotten first: if the transaction fails, nobody knows what it left.
    places.moveTo(undefined);
    if ((await the.store.storeIntention(writes, kept)) === 'sequence-taken') continue;
    if (kept.length > 0) {
      places.moveTo(first + kept.length);
      the.onStored();
    }
    return ok({ operationIds: operations.map(({ id }) => id) });
  }
}

async function withdraw(the: OutboxDependencies, id: OperationId, writes: WithdrawWrites): Promise<Result<void, IntentionFault | { readonly code: 'already-sent' | 'unknown-operation' }>> {
  const found = await the.store.findOperation(id);
  if (found === undefined) return fail({ code: 'unknown-operation' });
  if (found.attempted) return fail({ code: 'already-sent' });
  const sealed = await seal(the, { id, sequence: found.sequence, kind: WITHDRAWN_KIND, payload: null });
  if (sealed === undefined) return fail({ code: 'signed-out' });
  const outcome = await the.store.replaceUnsent(sealed, typeof writes === 'function' ? await writes() : writes);
  return outcome === 'replaced' ? ok(undefined) : fail({ code: outcome });
}

async function seal(the: OutboxDependencies, { id, sequence, kind, payload }: NewOperation): Promise<KeptOperation | undefined> {
  const composedAt = clampTime(the.clock());
  const [sealed, note] = await Promise.all([the.shell.sealOperation({ id, sequence, part: { kind, composedAt, payload } }), the.sealNote(id, kind)]);
  return sealed.ok ? { sealed: sealed.value, note } : undefined;
}

/** No clock value is an error (SPEC CLOCK-2): what does not fit the schema is moved to its edge. */
function clampTime(time: number): number {
  return Number.isFinite(time) ? Math.min(Math.max(0, Math.floor(time)), 253_402_300_799_999) : 0;
}

async function guardStorage<T, E extends { readonly code: string }>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | { readonly code: 'storage-full' }>> {
  try {
    return await work();
  } catch (error) {
    if (isStorageFull(error)) return fail({ code: 'storage-full' });
    throw error;
  }
}
