import type { Kysely } from 'kysely';
import type { Committer } from './committer.ts';

/** The gateway's database, whichever it is. Writing is only through the committer. */
export type GatewayDatabase = {
  readonly kind: 'sqlite' | 'postgres';
  /** Typed reads of what is committed: `database.reads<PeopleTables>().selectFrom(…)`. Never inside a job. */
  readonly reads: <Tables>() => Kysely<Tables>;
  readonly committer: Committer;
  /** Finishes queued writes and closes; the next opening knows that all is well. */
  readonly close: () => Promise<void>;
};

/** Why the database did not open. `sentence` is for the person at the gateway's console; nothing was written. */
export type DatabaseFault = {
  readonly code: 'damaged' | 'cannot-open' | 'unreachable' | 'not-leader' | 'newer-than-program';
  readonly sentence: string;
};
