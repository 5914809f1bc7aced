import type { PersonId } from '#protocol/ids.ts';
import type { SealedChanges } from '#protocol/sync/change.ts';
import type { Answer, SealedOperation } from '#protocol/sync/operation.ts';
import type { StoreWrite } from '../db/stores.ts';

/** An operation to be kept: sealed, with its kind encrypted for the person (`note`). */
export type KeptOperation = { readonly sealed: SealedOperation; readonly note: Uint8Array };

/** Where one stream stands on this tablet. */
export type StreamState = { readonly cursor: string | null; readonly generation: number; readonly resetting: boolean };

/** A page of a person's stream as it came (SPEC PULL-7). */
export type SealedPage = { readonly reset: boolean; readonly last: boolean; readonly sealed: SealedChanges | null };

/** A waiting page, with the key it is removed by. */
export type WaitingPage = SealedPage & { readonly id: string };

/** What applying a page comes to, prepared: carried out in one transaction (PULL-2). */
export type AppliedPage = {
  readonly writes: readonly StoreWrite[];
  /** `record|id` of records put and removed. */
  readonly put: readonly string[];
  readonly removed: readonly string[];
  readonly generation: number;
  readonly resetting: boolean;
};

/** How much one push may carry. */
export type PushLimit = { readonly operations: number; readonly bytes: number };

/** An operation that was answered, for the feature to be told. */
export type AnsweredOperation = { readonly id: string; readonly note: Uint8Array; readonly answer: Answer };

/**
 * One person's side of the store. Each call is one transaction: all of it or nothing, flushed before it resolves.
 * Two adapters pass tests/contracts/sync-store.contract.ts: Dexie, and one in memory that can crash.
 */
export type PersonSyncStore = {
  readonly name: string;
  readonly personId: PersonId;
  /** False for a database left behind by a forgotten PIN: it is only emptied. */
  readonly current: boolean;

  /** The place in the order that the next operation takes. */
  nextSequence(): Promise<number>;
  /** Stores record and operations together (OUT-1), unless the first operation's place was taken meanwhile. */
  storeIntention(writes: readonly StoreWrite[], operations: readonly KeptOperation[]): Promise<'stored' | 'sequence-taken'>;
  /** The operation of that id while it may still be withdrawn (OUT-5). */
  findOperation(id: string): Promise<{ readonly sequence: number; readonly attempted: boolean } | undefined>;
  /** Puts another operation in an unsent one's place. */
  replaceUnsent(operation: KeptOperation, writes: readonly StoreWrite[]): Promise<'replaced' | 'already-sent' | 'unknown-operation'>;

  /** The next operations in order; each is marked as attempted, on disk, before this resolves (OUT-5). */
  takeForPush(limit: PushLimit, now: number): Promise<readonly SealedOperation[]>;
  /** Keeps final answers; an operation that is not here any more is passed over. */
  storeAnswers(answers: readonly Answer[]): Promise<void>;
  /** Makes every kept operation wait again (OUT-4). */
  reopenAnswered(): Promise<void>;
  /**
   * Forgets operations that are answered, told, and in a back-up (OUT-4). Says how many operations are left. Behind a
   * forgotten PIN nobody can be told any more.
   */
  prune(backedUpTo: number): Promise<number>;
  countWaiting(): Promise<number>;
  /** The id of the first operation in order that has no answer; undefined where none waits. */
  firstWaiting(): Promise<string | undefined>;
  /** Places in the order whose operation could not be read and was set aside: nothing after them can pass (PUSH-5). */
  holes(): Promise<readonly number[]>;
  /** Puts an operation (a withdrawn one) into such a place. */
  fillHole(operation: KeptOperation): Promise<void>;

  stream(): Promise<StreamState>;
  /** Keeps a page and its cursor; a reset makes older waiting pages needless. */
  storePage(page: SealedPage | undefined, cursor: string): Promise<void>;
  nextPage(): Promise<WaitingPage | undefined>;
  /** Carries a page out and removes it. */
  applyPage(id: string, applied: AppliedPage): Promise<void>;
  /** A page that does not open: set aside; when it was no reset, the stream starts from its beginning. */
  dropUnreadablePage(id: string): Promise<void>;
  /** Keys (`record|id`) last put before that generation. */
  knownBefore(generation: number): Promise<readonly string[]>;

  untold(limit: number): Promise<readonly AnsweredOperation[]>;
  /** Carries out what the feature made of an answer, and notes that it was told. */
  storeTold(id: string, writes: readonly StoreWrite[]): Promise<void>;
  /** Notes something that could not be read (OUT-6). */
  setAside(id: string, reason: string): Promise<void>;
}

/** The tablet's side. */
export type SyncStore = {
  /** The mark of the newest reply stored, or null. */
  mark(): Promise<string | null>;
  storeMark(mark: string): Promise<void>;
  /** Every person's database on this tablet. */
  people(): Promise<readonly PersonSyncStore[]>;
  /** Removes a database that is not current and has nothing left. */
  dropPerson(name: string): Promise<void>;
  tabletStream(): Promise<StreamState>;
  /** Changes and the cursor that covers them, in one transaction (PULL-2). */
  applyTabletPage(applied: AppliedPage, cursor: string): Promise<void>;
  knownBefore(generation: number): Promise<readonly string[]>;
  setAside(id: string, reason: string): Promise<void>;
}
