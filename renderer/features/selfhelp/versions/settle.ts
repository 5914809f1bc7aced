import { ok, type Result } from '#protocol/result.ts';
import { privateRecordSchema, type PrivateRecord } from '#protocol/selfhelp/private-record.ts';
import { prepareVersion, type SaveFault, type SelfhelpParts } from '../actions.ts';
import { listVersionsOf } from '../queries.ts';
import type { KeptRecord } from '../tables.ts';
import { besideOf } from './beside.ts';
import { headsOf, isAlike, kinshipOf } from './kinship.ts';

/** What was chosen, and what it was chosen from, so that it can be undone. */
export type Settled = {
  readonly chosen: KeptRecord;
  /** The versions as they were, the newest first. */
  readonly from: readonly KeptRecord[];
  /** The record that the other version became where both are kept. */
  readonly added: KeptRecord | undefined;
};

/** When it was chosen, as the person sees it: a day (`YYYY-MM-DD`) and milliseconds. */
export type SettleWhen = { readonly day: string; readonly now: number };
type Outcome<Value> = Promise<Result<Value, SaveFault>>;

/**
 * Makes one version count, on every tablet: it comes after all that were `shown`, and after what those came after; their
 * rows and boxes go. One that came while the person was reading is a choice again. `body` may be one of them, or both put
 * together. `also` becomes a record of its own in the same transaction: both are kept.
 */
export async function settleVersions(the: SelfhelpParts, of: KeptRecord, shown: readonly KeptRecord[], body: PrivateRecord['body'], when: SettleWhen, also?: PrivateRecord['body']): Outcome<Settled> {
  const record = recordOf(of, body, when);
  let settled: Settled | undefined;
  const saved = await the.outbox.recordIntention(async () => {
    const all = (await listVersionsOf(the.database, of)).filter((version) => shown.some((one) => isAlike(version, one) || ['same', 'older'].includes(kinshipOf(version, one))));
    // The one that the gateway has not numbered yet is named by its box; the others can be named beside it.
    const mine = all.filter(({ recordId }) => recordId === of.recordId);
    const before = mine.find(({ box }) => box !== undefined) ?? mine[0] ?? of;
    const made = await prepareVersion(the, record, { before, after: all });
    const added = also === undefined ? undefined : await prepareVersion(the, recordOf(of, also, when), { after: [] });
    settled = { chosen: made.kept, from: headsOf(all), added: added?.kept };
    return { writes: [...made.writes, ...(added?.writes ?? [])], operations: [made, ...(added === undefined ? [] : [added])].map(({ operation }) => operation) };
  });
  return saved.ok ? ok(settled ?? { chosen: of, from: [], added: undefined }) : saved;
}

/**
 * Takes a choice back: every version is there again, here and, after a contact, on every tablet, and none comes after
 * another. What was added is put away, because nothing of self-help is deleted.
 */
export async function undoSettle(the: SelfhelpParts, { chosen, from, added }: Settled, when: SettleWhen): Outcome<null> {
  const saved = await the.outbox.recordIntention(async () => {
    const now = (await listVersionsOf(the.database, chosen)).find((version) => ['same', 'newer'].includes(kinshipOf(version, chosen))) ?? chosen;
    const first = from.find(({ recordId }) => recordId === chosen.recordId);
    const again = from.map((version) => (version === first ? prepareVersion(the, version.record, { before: now, after: [now] }) : bringBack(the, version, now)));
    const made = [...(await Promise.all(again)), ...(await putAway(the, added, when))];
    return { writes: made.flatMap(({ writes }) => writes), operations: made.map(({ operation }) => operation) };
  });
  return saved.ok ? ok(null) : saved;
}

/** A version beside the one that was chosen. Its maker is new: what one maker makes comes one after the other. */
async function bringBack(the: SelfhelpParts, version: KeptRecord, now: KeptRecord) {
  const { database, outbox } = the;
  const maker = await database.blind('lineage', outbox.newId());
  const before = version.recordId === now.recordId ? besideOf(version, now.lineage, outbox.newId()) : { ...version, lineage: now.lineage };
  return prepareVersion(the, version.record, { before, after: [], maker });
}

async function putAway(the: SelfhelpParts, added: KeptRecord | undefined, when: SettleWhen) {
  if (added?.record.kind !== 'plan' || added.record.body.type !== 'if-then') return [];
  const [before = added] = await listVersionsOf(the.database, added);
  return [await prepareVersion(the, recordOf(added, { ...added.record.body, putAway: true }, when), { before, after: [before] })];
}

/** A page of the diary stays on its day. */
function recordOf({ record: { kind, day } }: KeptRecord, body: PrivateRecord['body'], when: SettleWhen): PrivateRecord {
  return privateRecordSchema.parse({ kind, day: kind === 'check-in' ? day : when.day, at: when.now, body });
}
