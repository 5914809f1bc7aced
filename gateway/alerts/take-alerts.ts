import { type Alert, ALERT_SEAL_KIND, ALERT_SEQUENCE, type AlertReceived, sealedAlertSchema } from '#protocol/alerts/schema.ts';
import { makeUuidV7, type PersonId, type RecordId, type TabletId } from '#protocol/ids.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import { CommitFailure, type GatewayTransaction } from '../db/transaction.ts';
import type { PeopleOnTablets } from '../sync/push-dependencies.ts';
import type { Seals } from '../sync/seals.ts';
import { alertPolicyAt } from './alert-policy.ts';
import { ALERTS_TOPIC, type AlertRow, changeAlert } from './change-alert.ts';
import type { AlertTables } from './tables.ts';

/** Where a tablet is now. */
export type TabletPlace = { readonly name: string; readonly wing: string; readonly cell: string };

export type TakeAlertsDependencies = {
  readonly database: GatewayDatabase;
  readonly people: PeopleOnTablets;
  readonly seals: Seals;
  readonly placeOf: (tx: GatewayTransaction, tabletId: TabletId) => Promise<TabletPlace>;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** Takes what a tablet sent; answers those that are committed. Never throws on what a tablet sent, never refuses one (ALERT-4). */
export type TakeAlerts = (tabletId: TabletId, alerts: readonly Alert[]) => Promise<readonly AlertReceived[]>;

/** One call, opened as far as it can be. */
type OpenedAlert = { readonly id: string; readonly personId: PersonId | null; readonly kind: string; readonly raisedAt: number };

/** More calls than this of one person, or of one tablet for nobody, in an hour are joined to the newest: a flood must not hide the others. */
const MOST_IN_AN_HOUR = 12;
const HOUR = 60 * 60_000;
/** Ids remembered for one alert; a repeat beyond them is counted once more, and no worse. */
const MOST_IDS = 200;

/** Builds the taker of alerts. */
export function createTakeAlerts(dependencies: TakeAlertsDependencies): TakeAlerts {
  return async (tabletId, alerts) => {
    if (alerts.length === 0) return [];
    const opened: OpenedAlert[] = [];
    for (const alert of alerts) opened.push(await openAlert(dependencies, tabletId, alert));
    try {
      return await dependencies.database.committer.submit(async (tx) => {
        const received: AlertReceived[] = [];
        for (const alert of opened) received.push(await takeOne(dependencies, tx, tabletId, alert));
        return received;
      });
    } catch (error) {
      // Nothing was committed, so nothing is said: the tablet keeps them and tries again within seconds.
      if (error instanceof CommitFailure) return [];
      throw error;
    }
  };
}

/** A seal that does not open is a call from that cell all the same: somebody may be in danger behind a broken key. */
async function openAlert({ people, seals }: TakeAlertsDependencies, tabletId: TabletId, alert: Alert): Promise<OpenedAlert> {
  if (alert.personId === null) return { id: alert.id, personId: null, kind: alert.kind, raisedAt: alert.raisedAt };
  const keys = await people.keysOf(tabletId, alert.personId);
  const opened = await seals.openOperation(tabletId, { ...alert, sequence: ALERT_SEQUENCE }, keys);
  const sealed = opened?.part.kind === ALERT_SEAL_KIND ? sealedAlertSchema.safeParse(opened.part.payload) : undefined;
  if (opened === undefined || sealed?.success !== true) return { id: alert.id, personId: null, kind: 'unclear', raisedAt: 0 };
  return { id: alert.id, personId: alert.personId, kind: sealed.data.kind, raisedAt: opened.part.composedAt };
}

async function takeOne(
  dependencies: TakeAlertsDependencies,
  tx: GatewayTransaction,
  tabletId: TabletId,
  alert: OpenedAlert,
): Promise<AlertReceived> {
  const tables = tx.tables<AlertTables>();
  const id = idToBytes(alert.id);
  const known = await tables
    .selectFrom('alert_ids')
    .innerJoin('alerts', 'alerts.id', 'alert_ids.alert')
    .select(['alerts.id', 'alerts.received_at'])
    .where('alert_ids.id', '=', id)
    .executeTakeFirst();
  if (known !== undefined) return receivedAs(alert.id, known.id, known.received_at);
  const joined = await findToJoin(tx, tabletId, alert);
  const into = joined ?? (await addAlert(dependencies, tx, tabletId, alert));
  if (joined !== undefined) await joinTo(tx, tabletId, alert, joined);
  if (into.repeats < MOST_IDS) await tables.insertInto('alert_ids').values({ id, alert: into.id }).execute();
  tx.announce(ALERTS_TOPIC);
  return receivedAs(alert.id, into.id, into.received_at);
}

function receivedAs(id: string, alert: Uint8Array, receivedAt: number): AlertReceived {
  return { id: id as AlertReceived['id'], alertId: bytesToId<RecordId>(alert), receivedAt };
}

/** The same call, not seen yet; or, when one person (or one cell) calls far too often, the newest they made: never another person's. */
async function findToJoin(tx: GatewayTransaction, tabletId: TabletId, alert: OpenedAlert): Promise<AlertRow | undefined> {
  const ofSpeaker = tx
    .tables<AlertTables>()
    .selectFrom('alerts')
    .selectAll()
    .where('tablet', '=', idToBytes(tabletId))
    .where('person', alert.personId === null ? 'is' : '=', alert.personId === null ? null : idToBytes(alert.personId))
    .orderBy('received_at', 'desc');
  const same = await ofSpeaker
    .where('kind', '=', alert.kind)
    .where('acknowledged_at', 'is', null)
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (same !== undefined) return same;
  const recent = await ofSpeaker.where('received_at', '>', tx.now - HOUR).limit(MOST_IN_AN_HOUR).execute();
  if (recent.length < MOST_IN_AN_HOUR) return undefined;
  // Joined to an open one, so that it stays in sight; where all are closed it is worth a new one.
  return recent.find((row) => row.closed_at === null);
}

/** Counts it in. Somebody who was seen calls again: what was seen is not this, so it waits anew, and its clock with it. */
async function joinTo(tx: GatewayTransaction, tabletId: TabletId, alert: OpenedAlert, row: AlertRow): Promise<void> {
  const again = { repeats: row.repeats + 1, last_at: tx.now };
  if (row.acknowledged_at === null) {
    await tx.tables<AlertTables>().updateTable('alerts').set(again).where('id', '=', row.id).execute();
    return;
  }
  await changeAlert(tx, row, { ...again, due_at: await dueAt(tx), escalated_at: null, acknowledged_at: null, acknowledged_by: null });
  await noteRaised(tx, tabletId, alert, row);
}

/** When more people are told of a call that is taken now. */
async function dueAt(tx: GatewayTransaction): Promise<number> {
  return tx.now + (await alertPolicyAt(tx.tables(), tx.now)).escalateAfter * 60_000;
}

async function addAlert(
  { placeOf, randomBytes }: TakeAlertsDependencies,
  tx: GatewayTransaction,
  tabletId: TabletId,
  alert: OpenedAlert,
): Promise<AlertRow> {
  const place = await placeOf(tx, tabletId);
  const row: AlertRow = {
    id: idToBytes(makeUuidV7(tx.now, randomBytes(10))),
    tablet: idToBytes(tabletId),
    person: alert.personId === null ? null : idToBytes(alert.personId),
    kind: alert.kind,
    tablet_name: place.name,
    wing: place.wing,
    cell: place.cell,
    raised_at: alert.raisedAt,
    received_at: tx.now,
    repeats: 0,
    last_at: tx.now,
    due_at: await dueAt(tx),
    escalated_at: null,
    acknowledged_at: null,
    acknowledged_by: null,
    closed_at: null,
    closed_by: null,
    outcome: null,
  };
  await tx.tables<AlertTables>().insertInto('alerts').values(row).execute();
  await noteRaised(tx, tabletId, alert, row);
  return row;
}

/** Who called, and not why: what somebody answered in private is for the desk, and others read the audit. */
async function noteRaised(tx: GatewayTransaction, tabletId: TabletId, alert: OpenedAlert, row: AlertRow): Promise<void> {
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'tablet', id: tabletId },
    action: 'alerts.raise',
    subject: bytesToId(row.id),
    detail: alert.personId === null ? {} : { person: alert.personId },
  });
}
