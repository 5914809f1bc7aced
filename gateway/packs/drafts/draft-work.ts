import { rm } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { RecordId } from '#protocol/ids.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { BlobStore } from '../blob-store.ts';
import type { PackCommand } from '../run-pack-command.ts';
import type { PackTables } from '../tables.ts';
import { readBuiltPack } from './built-pack.ts';
import { draftFolder } from './draft-folder.ts';
import { deleteDraft, draftIdOf, loadDraftRow, noteDraft, saveDraft } from './draft-rows.ts';
import { layOutRuntimes } from './lay-out-runtimes.ts';
import { type DraftStep, type Prepared, prepareDraft, STEP_LIMITS } from './prepare-draft.ts';
import { type Draft, draftReportSchema } from './staff-api.ts';
import type { DraftTables } from './tables.ts';
import { listAbandoned, loadFiles } from './uploads.ts';

export type DraftWorkDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly blobs: BlobStore;
  readonly packCommand: PackCommand;
  readonly clock: () => number;
  readonly onError: (error: unknown) => void;
};

/** The one place where drafts are imported, checked and built: one at a time, the longest waiting first. */
export type DraftWork = {
  /** Takes a draft whose row stands at `importing` into the queue. */
  readonly take: (draftId: RecordId) => void;
  /** Ends the work on a draft, or takes it out of the queue; false when it was in neither. */
  readonly cancel: (draftId: RecordId) => boolean;
  /** What is done with a draft just now; null when nothing is. */
  readonly lookAt: (draftId: RecordId) => Draft['work'];
  /** Ends what is running. Its row stays as it is, so the next start takes it up again. */
  readonly stop: () => Promise<void>;
};

type Running = { readonly draftId: RecordId; readonly stopper: AbortController; step: DraftStep; since: number };

/** An upload never finished is removed after a week: a course is not uploaded over a holiday. */
const ABANDONED_AFTER = 7 * 24 * 60 * 60_000;
const CLEAN_EVERY = 60 * 60_000;

/** Starts the work room: takes up what a stop or a power cut left, and removes abandoned uploads, now and every hour. */
export function startDraftWork(dependencies: DraftWorkDependencies): DraftWork {
  const { clock, onError } = dependencies;
  const queue: RecordId[] = [];
  let running: Running | undefined;
  let isStopped = false;
  let working: Promise<void> = Promise.resolve();
  const workOff = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !isStopped; next = queue.shift()) {
      running = { draftId: next, stopper: new AbortController(), step: 'import', since: clock() };
      await workOn(dependencies, running, () => isStopped).catch(onError);
      running = undefined;
    }
  };
  const take = (draftId: RecordId): void => {
    if (isStopped || queue.includes(draftId) || running?.draftId === draftId) return;
    queue.push(draftId);
    working = working.then(workOff);
  };
  const cancel = (draftId: RecordId): boolean => {
    const at = queue.indexOf(draftId);
    if (at >= 0) queue.splice(at, 1);
    if (running?.draftId === draftId) running.stopper.abort();
    return at >= 0 || running?.draftId === draftId;
  };
  const begun = begin(dependencies, take).catch(onError);
  const timer = setInterval(() => void cleanUp(dependencies).catch(onError), CLEAN_EVERY);
  timer.unref();
  return {
    take,
    cancel,
    lookAt: (draftId) => describeWork(draftId, queue, running, clock()),
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await begun;
      running?.stopper.abort();
      await working;
    },
  };
}

async function begin(dependencies: DraftWorkDependencies, take: DraftWork['take']): Promise<void> {
  await cleanUp(dependencies);
  for (const draftId of await listUnfinished(dependencies.database.reads())) take(draftId);
}

function describeWork(
  draftId: RecordId,
  queue: readonly RecordId[],
  running: Running | undefined,
  now: number,
): Draft['work'] {
  if (running?.draftId === draftId) {
    const { step, since } = running;
    return { step, since, ahead: 0, limitSeconds: STEP_LIMITS[step] / 1000 };
  }
  const at = queue.indexOf(draftId);
  if (at < 0) return null;
  return { step: 'waiting', since: now, ahead: at + (running === undefined ? 0 : 1), limitSeconds: 0 };
}

async function workOn(dependencies: DraftWorkDependencies, running: Running, isStopped: () => boolean): Promise<void> {
  const { database, dataFolder, blobs, packCommand, clock } = dependencies;
  const { draftId } = running;
  const row = await loadDraftRow(database.reads(), draftId);
  if (row?.state !== 'importing') return;
  const folder = draftFolder(dataFolder, draftId);
  const prepared = await prepareDraft({
    command: packCommand,
    folder,
    name: row.name,
    uploaded: await loadFiles(database.reads(), draftId),
    notCarried: row.report === null ? [] : draftReportSchema.parse(JSON.parse(row.report)).notCarried,
    runtimes: (needed) => layOutRuntimes({ tables: database.reads(), blobs }, needed, folder.runtimes),
    version: (packId) => nextVersion(database.reads(), packId),
    onStep: (step) => Object.assign(running, { step, since: clock() }),
    signal: running.stopper.signal,
  });
  // The gateway is going down, nobody cancelled: the row stays `importing` and is taken up at the next start.
  if (prepared.kind === 'unfinished' && isStopped()) return;
  const title = await titleOf(folder.built, prepared);
  await database.committer.submit((tx) => saveOutcome(tx, draftId, prepared, title));
}

async function titleOf(built: string, prepared: Prepared): Promise<{ title?: string; manifest_sha256?: string }> {
  if (prepared.kind !== 'built') return {};
  const pack = await readBuiltPack(built, prepared.packId, prepared.version);
  return pack === undefined ? {} : { title: JSON.stringify(pack.manifest.title), manifest_sha256: pack.manifestSha256 };
}

async function saveOutcome(
  tx: GatewayTransaction,
  draftId: RecordId,
  prepared: Prepared,
  built: { title?: string; manifest_sha256?: string },
): Promise<void> {
  const row = await loadDraftRow(tx.tables<DraftTables>(), draftId);
  // It was discarded meanwhile.
  if (row?.state !== 'importing') return;
  const nothingBuilt = { manifest_sha256: null, signature: null };
  if (prepared.kind === 'refused' || prepared.kind === 'unfinished') {
    const reason = prepared.kind === 'refused' ? prepared.sentence : prepared.why;
    await saveDraft(tx, draftId, { ...nothingBuilt, state: 'refused', reason });
  } else if (prepared.kind === 'blocked') {
    await saveDraft(tx, draftId, {
      ...nothingBuilt,
      state: 'checked',
      reason: null,
      report: JSON.stringify(prepared.report),
    });
  } else {
    const { packId: pack_id, version } = prepared;
    const report = JSON.stringify(prepared.report);
    await saveDraft(tx, draftId, { ...built, state: 'ready', reason: null, report, pack_id, version, signature: null });
  }
  await noteDraft(tx, undefined, 'packs.checked', draftId, { outcome: prepared.kind });
}

/** One more than the newest edition here. */
export async function nextVersion(tables: Kysely<PackTables>, packId: string): Promise<number> {
  const row = await tables
    .selectFrom('pack_editions')
    .select(({ fn }) => fn.max<number | null>('version').as('newest'))
    .where('pack_id', '=', packId)
    .executeTakeFirst();
  return Number(row?.newest ?? 0) + 1;
}

async function listUnfinished(tables: Kysely<DraftTables>): Promise<readonly RecordId[]> {
  const rows = await tables
    .selectFrom('pack_drafts')
    .select('id')
    .where('state', '=', 'importing')
    .orderBy('updated_at')
    .execute();
  return rows.map(draftIdOf);
}

async function cleanUp({ database, dataFolder, clock }: DraftWorkDependencies): Promise<void> {
  for (const draftId of await listAbandoned(database.reads(), clock() - ABANDONED_AFTER)) {
    await database.committer.submit(async (tx) => {
      await deleteDraft(tx, draftId);
      await noteDraft(tx, undefined, 'packs.discard', draftId, { why: 'abandoned' });
    });
    await rm(draftFolder(dataFolder, draftId).home, { recursive: true, force: true });
  }
}
