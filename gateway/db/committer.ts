import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { CounterTables } from './own-tables.ts';
import { CommitFailure, type CommitFailureCode, type CommitNotice, type GatewayTransaction } from './transaction.ts';

/** At most this many jobs share one flush (performance.md section 4: best throughput measured at 64 pushes). */
const MAX_GROUP = 64;

/** A listener's news: what was committed, or `lost-track` when the outcome of a commit is not known (drop caches). */
export type CommitListener = (news: readonly CommitNotice[] | 'lost-track') => void;

/** The only way to write to the gateway's database. */
export type Committer = {
  /**
   * Runs `job` in a savepoint of the next group and resolves with its value once the group is committed and
   * flushed (SPEC PUSH-6). A job that throws undoes only itself and rejects with its own error; a database that
   * fails rejects with `CommitFailure`.
   */
  readonly submit: <T>(job: (tx: GatewayTransaction) => Promise<T>) => Promise<T>;
  /** Calls `listener` after each flush, before the jobs' promises resolve. Returns the way to stop. */
  readonly subscribe: (listener: CommitListener) => () => void;
  /** The newest commit that is visible; 0 before the first. */
  readonly lastCommit: () => number;
  /** Finishes what is queued; later calls to `submit` reject with `closed`. */
  readonly close: () => Promise<void>;
};

/** What the committer needs of a database: one connection at a time, and words for its failures. */
export type CommitterPort = {
  /** Gives the writing connection for the length of `work`; rejects with `CommitFailure` when there is none. */
  readonly withConnection: <T>(work: (db: Kysely<CounterTables>) => Promise<T>) => Promise<T>;
  /** `begin immediate` on SQLite, `begin` on PostgreSQL. */
  readonly begin: string;
  /** The gateway's clock, milliseconds since 1970. */
  readonly clock: () => number;
  /** The code of an error that means the database is unwell; undefined for any other, such as a broken constraint. */
  readonly describeFailure: (error: unknown) => CommitFailureCode | undefined;
};

type Job = { readonly run: (tx: GatewayTransaction) => Promise<unknown>; readonly settle: (outcome: Outcome) => void };
type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

const insideJob = new AsyncLocalStorage<true>();

/** Throws inside a job: a plain read there waits for the very commit it is part of, or sees the past. */
export function refuseInsideJob(): void {
  if (insideJob.getStore() === true) throw new Error('Inside a job read through the transaction, not through reads()');
}

/**
 * Builds the single committer: one queue, one writer, groups of whatever queued while the last group was flushed.
 * One writer is what makes commit numbers gapless in the order they become visible: with several, `seq > cursor`
 * lost 5.9 % of the rows (performance.md 2.3).
 */
export function createCommitter(port: CommitterPort, lastCommit: number): Committer {
  const state: State = { queue: [], listeners: new Set(), last: lastCommit, uncertain: false };
  let closed = false;
  let running: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    while (state.queue.length > 0) {
      // One turn of the event loop, so that requests that arrived together share a flush.
      await nextTurn();
      await commitGroup(port, state, state.queue.splice(0, MAX_GROUP));
    }
    running = undefined;
  };
  return {
    submit: <T>(job: (tx: GatewayTransaction) => Promise<T>) => {
      if (closed) return Promise.reject<T>(new CommitFailure('closed'));
      return new Promise<T>((resolve, reject) => {
        const settle = (outcome: Outcome): void => {
          if (outcome.ok) resolve(outcome.value as T);
          else reject(outcome.error instanceof Error ? outcome.error : new Error('A job failed', { cause: outcome.error }));
        };
        state.queue.push({ run: job, settle });
        running ??= drain();
      });
    },
    subscribe: (listener) => {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    lastCommit: () => state.last,
    close: async () => {
      closed = true;
      await running;
    },
  };
}

/** What one committer remembers. `uncertain`: the outcome of the last group is not known, so `last` may not be true. */
type State = { readonly queue: Job[]; readonly listeners: Set<CommitListener>; last: number; uncertain: boolean };

/** Commits one group and settles its jobs. Never rejects: a failure of the database is every job's own. */
async function commitGroup(port: CommitterPort, state: State, jobs: readonly Job[]): Promise<void> {
  const outcomes: Outcome[] = [];
  try {
    const notices = await port.withConnection(async (db) => {
      await sql.raw(port.begin).execute(db);
      try {
        if (state.uncertain) state.last = await readCounter(db);
        return await runGroup(db, port, jobs, state.last, outcomes);
      } catch (error) {
        await sql`rollback`.execute(db).catch(() => undefined);
        throw error;
      }
    });
    state.uncertain = false;
    state.last = notices.at(-1)?.commit ?? state.last;
    if (notices.length > 0) for (const listener of state.listeners) listener(notices);
    jobs.forEach((job, index) => { job.settle(outcomes[index] ?? { ok: false, error: new CommitFailure('commit-failed') }); });
  } catch (error) {
    // A lost answer to COMMIT may have been a commit: nobody may trust what they remember.
    state.uncertain = true;
    for (const listener of state.listeners) listener('lost-track');
    const failure = error instanceof CommitFailure ? error : new CommitFailure(port.describeFailure(error) ?? 'commit-failed', error);
    for (const job of jobs) job.settle({ ok: false, error: failure });
  }
}

/** Runs every job in its own savepoint, writes the counter once, and commits. Returns what became visible. */
async function runGroup(db: Kysely<CounterTables>, port: CommitterPort, jobs: readonly Job[], last: number, outcomes: Outcome[]): Promise<CommitNotice[]> {
  const notices: CommitNotice[] = [];
  for (const job of jobs) {
    const commit = last + notices.length + 1;
    const topics = new Set<string>();
    const outcome = await runJob(db, port, job, commit, topics);
    outcomes.push(outcome);
    if (outcome.ok) notices.push({ commit, topics: [...topics] });
  }
  if (notices.length === 0) {
    await sql`rollback`.execute(db);
    return notices;
  }
  await db.updateTable('commit_counter').set({ value: last + notices.length }).execute();
  await sql`commit`.execute(db);
  return notices;
}

async function runJob(db: Kysely<CounterTables>, port: CommitterPort, job: Job, commit: number, topics: Set<string>): Promise<Outcome> {
  const inSavepoint = createSavepoints(db, port, topics);
  let ordinal = 0;
  let ended = false;
  const refuseAfterEnd = (): void => {
    if (ended) throw new Error('A transaction was used after its job ended');
  };
  const tx: GatewayTransaction = {
    commit,
    now: port.clock(),
    tables: <Tables>() => {
      refuseAfterEnd();
      return db as unknown as Kysely<Tables>;
    },
    attempt: async (work) => {
      refuseAfterEnd();
      return inSavepoint(work).catch(unwrap);
    },
    nextOrdinal: () => (ordinal += 1),
    announce: (topic) => topics.add(topic),
  };
  try {
    return { ok: true, value: await inSavepoint(() => insideJob.run(true, () => job.run(tx))) };
  } catch (error) {
    // Anything else is the database failing around the job: the whole group must go.
    if (!(error instanceof JobError)) throw error;
    return { ok: false, error: error.reason };
  } finally {
    ended = true;
  }
}

/** Runs work in a savepoint, nested as deep as it is called; a throw undoes its writes and announcements and comes out as `JobError`. */
function createSavepoints(db: Kysely<CounterTables>, port: CommitterPort, topics: Set<string>): <T>(work: () => Promise<T>) => Promise<T> {
  let depth = 0;
  return async (work) => {
    depth += 1;
    const name = `s${String(depth)}`;
    await say(db, `savepoint ${name}`);
    const before = [...topics];
    try {
      const value = await work();
      await say(db, `release savepoint ${name}`);
      return value;
    } catch (error) {
      const reason: unknown = error instanceof JobError ? error.reason : error;
      // A full disk may already have undone the whole transaction: there is no savepoint to go back to.
      if (port.describeFailure(reason) !== undefined) throw reason;
      topics.clear();
      for (const topic of before) topics.add(topic);
      await say(db, `rollback to savepoint ${name}`);
      await say(db, `release savepoint ${name}`);
      throw new JobError(reason);
    } finally {
      depth -= 1;
    }
  };
}

/** Runs a statement that needs no building: an operation has four of them. */
async function say(db: Kysely<CounterTables>, statement: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(statement));
}

/** Tells a job's own error from one of the savepoint statements around it. */
class JobError extends Error {
  readonly reason: unknown;
  constructor(reason: unknown) {
    super('A job failed');
    this.reason = reason;
  }
}

function unwrap(error: unknown): never {
  throw error instanceof JobError ? error.reason : error;
}

/** The newest commit in the database. */
export async function readCounter(db: Kysely<CounterTables>): Promise<number> {
  return (await db.selectFrom('commit_counter').select('value').executeTakeFirstOrThrow()).value;
}
