import type { Kysely } from 'kysely';

/**
 * One job's view of the database while it is being committed. It is good only until the job's promise settles.
 * Inside a job read through it, not through `database.reads`, which cannot see what is not committed yet.
 */
export type GatewayTransaction = {
  /** The number this job's changes become visible under, if it succeeds (SPEC PULL-4). */
  readonly commit: number;
  /** The gateway's time when the job began, milliseconds since 1970: the only clock that decides (SPEC CLOCK-1). */
  readonly now: number;
  /**
   * Typed access to the tables the caller owns: `tx.tables<MessagingTables>()`, or an intersection when it also
   * reads a room's tables. The type is the caller's word; each room and feature declares its slice in `tables.ts`.
   */
  readonly tables: <Tables>() => Kysely<Tables>;
  /** Runs `work` so that its throw undoes only its own writes; the error is thrown on. May be nested. */
  readonly attempt: <T>(work: () => Promise<T>) => Promise<T>;
  /** Rises with each call within one commit, from 1: the order of rows that share a commit number. */
  readonly nextOrdinal: () => number;
  /** Tells subscribers of the committer, once this job is committed and flushed, that `topic` changed. */
  readonly announce: (topic: string) => void;
};

/** What became visible: the commit's number and the topics announced in it. */
export type CommitNotice = { readonly commit: number; readonly topics: readonly string[] };

/** Why nothing of a group was written. The process lives on; the same call may be made again later. */
export type CommitFailureCode = 'disk-full' | 'database-lost' | 'not-leader' | 'closed' | 'commit-failed';

/** Thrown by `submit` when the database itself failed, not the job. Edges answer it with "busy, try again". */
export class CommitFailure extends Error {
  readonly code: CommitFailureCode;
  constructor(code: CommitFailureCode, cause?: unknown) {
    super(`The gateway could not write: ${code}`, { cause });
    this.name = 'CommitFailure';
    this.code = code;
  }
}
