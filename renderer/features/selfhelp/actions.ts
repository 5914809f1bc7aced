import { encodeBase64Url } from '#protocol/base64.ts';
import { recordIdSchema } from '#protocol/ids.ts';
import type { SaveRecord } from '#protocol/private-records/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { compareLineage, growLineage, hasMadeBeside, type Lineage } from '#protocol/selfhelp/lineage.ts';
import { keeping, privateRecordSchema, type PrivateRecord, type RecordBody, type RecordKind } from '#protocol/selfhelp/private-record.ts';
import { selfhelpOperations } from '#protocol/selfhelp/schema.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { Outbox } from '../../sync/outbox.ts';
import { padRecord } from './pad-record.ts';
import { listRecords, listVersionsOf, loadNewest, loadPageOf, loadRecord } from './queries.ts';
import { rowOf, SEALED_STORE, selfhelpTables, type KeptRecord } from './tables.ts';
import { besideOf } from './versions/beside.ts';
import { isAlike, kinshipOf, thingOf } from './versions/kinship.ts';

/** What the actions stand on: the person's database and outbox. */
export type SelfhelpParts = { readonly database: PersonDatabase; readonly outbox: Outbox };

/** When it was made, as the person saw it, and what it replaces. */
export type SaveHow = {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Milliseconds, the tablet's clock. */
  readonly now: number;
  /** The record that this replaces; only for kinds that may be replaced. */
  readonly recordId?: string | undefined;
  /** The draft that this record was made from: forgotten in the same transaction. */
  readonly draft?: string | undefined;
};

/** `never-overwritten`: a kind of which every version is kept cannot replace one. `unexpected`: it could not be made a record. */
export type SaveFault = { readonly code: 'storage-full' | 'signed-out' | 'never-overwritten' | 'unexpected' };

/**
 * Saves a private record: once encrypted for this tablet, once as a padded box for the gateway, and forgets its draft, in
 * one transaction (SPEC OUT-1). The gateway gets nothing it could read (ADR 0008). Returns the record's id.
 */
export async function saveRecord<Kind extends RecordKind>(the: SelfhelpParts, kind: Kind, body: RecordBody<Kind>, how: SaveHow): Promise<Result<string, SaveFault>> {
  const { database, outbox } = the;
  const record = privateRecordSchema.parse({ kind, day: how.day, at: how.now, body });
  if (keeping[kind] === 'every' && how.recordId !== undefined) return fail({ code: 'never-overwritten' });
  let recordId = '';
  const saved = await outbox.recordIntention(async () => {
    const counting = await loadReplaced(database, kind, how);
    const unseen = counting === undefined ? undefined : await loadBasisNotKnowing(database, counting, how.draft);
    const before = counting === undefined || unseen === undefined ? counting : besideOf(counting, unseen, outbox.newId());
    // What another tablet said alike is answered with it: it would be a choice from now on.
    const settled = before === undefined || unseen !== undefined ? [] : (await listVersionsOf(database, before)).filter((version) => isAlike(version, before) || kinshipOf(version, before) === 'older');
    const made = await prepareVersion(the, record, { before, after: keeping[kind] === 'every' ? undefined : settled });
    recordId = made.kept.recordId;
    const forgotten = how.draft === undefined ? [] : [selfhelpTables(database).drafts.prepareDelete(await slotOf(database, how.draft))];
    return { writes: [...made.writes, ...forgotten], operations: [made.operation] };
  });
  return saved.ok ? ok(recordId) : saved;
}

/** What a new version of a record is made from. */
export type VersionFrom = {
  /** The version whose place it takes; none for a new record. */
  readonly before?: KeptRecord | undefined;
  /** All versions that it comes after, `before` among them or not: their rows and boxes go. Absent for what is never overwritten. */
  readonly after: readonly KeptRecord[] | undefined;
  /** Another maker than this tablet, for one that comes after no other of this tablet's. */
  readonly maker?: string | undefined;
};

/** A version as what is written here and what is sent. To be called where nothing else is stored meanwhile. */
export async function prepareVersion({ database, outbox }: SelfhelpParts, record: PrivateRecord, { before, after, maker }: VersionFrom) {
  const { records } = selfhelpTables(database);
  const recordId = before?.recordId ?? recordIdSchema.parse(outbox.newId());
  const baseRevision = before?.revision ?? 0;
  const others = (after ?? []).filter((version) => before === undefined || rowOf(version) !== rowOf(before));
  const lineage = after === undefined ? undefined : await nextLineage({ database, outbox }, [...(before === undefined ? [] : [before]), ...others], { recordId, record }, maker);
  const box = encodeBase64Url(await database.sealBackup(SEALED_STORE, recordId, padRecord({ record, lineage })));
  // Nothing comes after a version of a kind that is never overwritten, so nothing has to name it.
  const kept: KeptRecord = { recordId, revision: baseRevision + 1, record, ...(lineage === undefined ? {} : { lineage, box }), row: before?.row };
  // Its number may be another tablet's by now, unless the gateway has given it back: until then it is named by its box.
  const base = before?.box === undefined ? {} : { baseBox: before.box };
  const replaces = others.flatMap((version) => (version.recordId === recordId && version.box === undefined ? [version.revision] : [])).slice(0, MOST_REPLACED);
  const payload: SaveRecord = { recordId, baseRevision, ...base, ...(replaces.length === 0 ? {} : { replaces }), box };
  return {
    kept,
    writes: [...others.map((version) => records.prepareDelete(rowOf(version))), await records.preparePut(kept)],
    operation: { kind: selfhelpOperations.save, payload },
  };
}

/** The lineage of a version that comes after these: by this tablet, or by a maker of its own where this tablet's next number would hide a version. */
async function nextLineage({ database, outbox }: SelfhelpParts, after: readonly KeptRecord[], the: Pick<KeptRecord, 'recordId' | 'record'>, maker: string | undefined): Promise<Lineage> {
  const all = lineagesOf(after);
  const own = maker ?? (await database.blind('lineage', 'maker'));
  const known = lineagesOf(await listVersionsOf(database, the));
  return growLineage(all, hasMadeBeside(all, known, own) ? await database.blind('lineage', outbox.newId()) : own);
}

/** As many siblings as one save may name (protocol/private-records). What is left there is known to be older when it comes back. */
const MOST_REPLACED = 20;

/** The lineages of versions; those of before there were any say nothing. */
function lineagesOf(versions: readonly KeptRecord[]): readonly Lineage[] {
  return versions.flatMap(({ lineage }) => (lineage === undefined ? [] : [lineage]));
}

async function loadReplaced(database: PersonDatabase, kind: RecordKind, { day, recordId }: SaveHow): Promise<KeptRecord | undefined> {
  switch (keeping[kind]) {
    case 'every':
      return undefined;
    case 'one-a-day':
      return loadPageOf(database, day);
    case 'one':
      return loadNewest(database, kind);
    case 'replaced':
      return recordId === undefined ? undefined : loadRecord(database, kind, recordId);
  }
}

/**
 * Keeps what somebody is in the middle of, encrypted, on this tablet only. `key` names the screen and what it is about;
 * the next value replaces this one. `now` in milliseconds.
 */
export async function saveDraft({ database, outbox }: SelfhelpParts, key: string, value: unknown, now: number): Promise<Result<null, { readonly code: 'storage-full' | 'signed-out' }>> {
  const slot = await slotOf(database, key);
  const begun = await selfhelpTables(database).drafts.get(slot);
  const basis = begun === undefined ? await loadBasis(database, key) : begun.basis;
  const row = { slot, at: Math.max(0, Math.floor(now)), value, ...(basis === undefined ? {} : { basis }) };
  const saved = await outbox.recordIntention({ writes: [await selfhelpTables(database).drafts.preparePut(row)], operations: [] });
  return saved.ok ? ok(null) : saved;
}

/** Forgets a draft that is not wanted any more. */
export async function forgetDraft({ database, outbox }: SelfhelpParts, key: string): Promise<void> {
  await outbox.recordIntention({ writes: [selfhelpTables(database).drafts.prepareDelete(await slotOf(database, key))], operations: [] });
}

/** What was kept under a key, unparsed: an older release may have kept another shape. */
export async function loadDraft(database: PersonDatabase, key: string): Promise<unknown> {
  return (await selfhelpTables(database).drafts.get(await slotOf(database, key)))?.value;
}

/** What the form of a draft that begins now begins with, where its key names a thing of which versions are kept (`thingOf`). */
async function loadBasis(database: PersonDatabase, key: string): Promise<Lineage | undefined> {
  const [kind = '', day = ''] = key.split('|');
  if (!isKind(kind) || keeping[kind] === 'every') return undefined;
  const counting = kind === 'check-in' ? await loadPageOf(database, day) : (await listRecords(database, kind)).find((kept) => thingOf(kept) === key);
  return counting === undefined ? {} : counting.lineage;
}

/** The basis of a draft, where the version that counts now came later and its writer never saw it; else undefined. */
async function loadBasisNotKnowing(database: PersonDatabase, { lineage }: KeptRecord, draft: string | undefined): Promise<Lineage | undefined> {
  const basis = draft === undefined ? undefined : (await selfhelpTables(database).drafts.get(await slotOf(database, draft)))?.basis;
  if (lineage === undefined || basis === undefined) return undefined;
  // What this tablet saved meanwhile the person saw here.
  const { [await database.blind('lineage', 'maker')]: _own, ...others } = lineage;
  const kinship = compareLineage(others, basis);
  return kinship === 'same' || kinship === 'older' ? undefined : basis;
}

function isKind(word: string): word is RecordKind {
  return Object.hasOwn(keeping, word);
}

function slotOf(database: PersonDatabase, key: string): Promise<string> {
  return database.blind('draft', key);
}
