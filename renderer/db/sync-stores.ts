import type { SealedChanges } from '#protocol/sync/change.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { StoreDeclaration } from './stores.ts';

/** One operation on its way, and what became of it. `id` is the operation's. All of it is sealed or says nothing. */
export type OutboxRow = {
  readonly id: string;
  readonly sequence: number;
  readonly personId: string;
  readonly enc: string;
  readonly box: string;
  /** The kind, encrypted for the person who made it: needed when the answer is told to the feature. */
  readonly note: Uint8Array;
  /** When it was first on its way (OUT-5), by the tablet's clock; absent before. */
  readonly attemptedAt?: number;
  /** Accepted or refused; kept until a back-up has it (OUT-4). */
  readonly answer?: Answer;
  /** 1 while there is no answer: what the outbox is. */
  readonly waiting: 0 | 1;
  /** 1 while there is an answer the feature has not been told. */
  readonly untold: 0 | 1;
};

/** A page of the person's changes as it came: sealed, waiting for them. `id` counts up, in fixed width. */
export type InboxRow = { readonly id: string; readonly reset: boolean; readonly last: boolean; readonly sealed: SealedChanges | null };

/** A record the gateway has put here, and the generation in which it last did (PULL-6). `id` is `record|id`. */
export type KnownRow = { readonly id: string; readonly generation: number };

/** Where a stream stands. Also holds the next sequence number of the outbox. */
export type StreamRow = {
  readonly id: 'stream';
  readonly cursor: string | null;
  /** Rises with each reset that is applied. */
  readonly generation: number;
  /** A reset has begun and its last page is not applied yet. */
  readonly resetting: boolean;
  readonly nextSequence: number;
  readonly nextPage: number;
};

/** Something that could not be read, with why; reported, never retried for ever (OUT-6). */
export type SetAsideRow = { readonly id: string; readonly reason: string; readonly row?: unknown };

/** One database of a person on this tablet. `id` is its name. */
export type PersonFileRow = { readonly id: string; readonly personId: string; /** 0: left behind by a forgotten PIN. */ readonly current: 0 | 1 };

/** What the gateway was when it last answered (OUT-4). */
export type MarkRow = { readonly id: 'mark'; readonly mark: string };

/** The sync room's stores in every person's database. */
export const personSyncStores: readonly StoreDeclaration[] = [
  { name: 'outbox', indexes: ['&sequence', '[waiting+sequence]', 'waiting', 'untold'] },
  { name: 'inbox', indexes: [] },
  { name: 'known', indexes: ['generation'] },
  { name: 'stream', indexes: [] },
  { name: 'set_aside', indexes: [] },
];

/** And in the tablet's own. */
export const tabletSyncStores: readonly StoreDeclaration[] = [
  { name: 'people', indexes: ['personId'] },
  { name: 'marks', indexes: [] },
  { name: 'known', indexes: ['generation'] },
  { name: 'stream', indexes: [] },
  { name: 'set_aside', indexes: [] },
];

/** A stream nobody has heard of yet. */
export const NEW_STREAM: StreamRow = { id: 'stream', cursor: null, generation: 0, resetting: false, nextSequence: 1, nextPage: 1 };
