import { idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import { fail, ok } from '#protocol/result.ts';
import { MOST_SHARE_DAYS, sharingOperations, shareSchema, takeBackSchema, type Share } from '#protocol/selfhelp/sharing.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import type { ApplyOperation, OperationContext } from '../../../sync/push-dependencies.ts';
import { endShare, tellShare } from './share-rows.ts';
import type { SharingTables } from './tables.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How many things somebody can share at once. */
const MOST_SHARES = 50;

/** Takes what a person shares, and takes it back. The page is sealed to the role: the gateway cannot read it (ADR 0023). */
export const applySharingOperation: ApplyOperation = async (tx, operation, context) => {
  if (operation.kind === sharingOperations.share) {
    const parsed = shareSchema.safeParse(operation.payload);
    return parsed.success ? takeShare(tx, parsed.data, context) : fail({ code: 'payload-invalid' });
  }
  const parsed = takeBackSchema.safeParse(operation.payload);
  return parsed.success ? takeBack(tx, parsed.data.shareId, context) : fail({ code: 'payload-invalid' });
};

async function takeShare(tx: GatewayTransaction, share: Share, { personId }: OperationContext): ReturnType<ApplyOperation> {
  const tables = tx.tables<SharingTables>();
  const { shareId, role, keyNumber, until, enc, box, note } = share;
  const key = await tables.selectFrom('sharing_role_keys').select('key_number').where('role', '=', role).executeTakeFirst();
  if (key?.key_number !== keyNumber) return fail({ code: 'share-key-old' });
  // The tablet's clock chose the time, perhaps weeks ago: what is over is over, and nothing may stay for ever.
  if (until <= tx.now) return fail({ code: 'share-over' });
  const person = idToBytes(personId);
  const theirs = await tables.selectFrom('shares').select('id').where('person', '=', person).execute();
  if (theirs.length >= MOST_SHARES) return fail({ code: 'share-limit' });
  const known = await tables.selectFrom('shares').select('person').where('id', '=', idToBytes(shareId)).executeTakeFirst();
  // An id is made by chance; one that is there already was copied from somewhere.
  if (known !== undefined) return fail({ code: 'share-known' });
  if (until > tx.now + (MOST_SHARE_DAYS + 1) * DAY) return fail({ code: 'share-too-long' });
  const row = { id: idToBytes(shareId), person, role, since: tx.now, until, enc, box, note };
  await tables.insertInto('shares').values(row).execute();
  await tellShare(tx, row);
  // Without the role: whom somebody trusts with a page is not for everybody who reads the audit.
  await appendAudit(tx, { at: tx.now, actor: { kind: 'person', id: personId }, action: 'sharing.share', subject: personId, detail: { shareId, until } });
  return ok(undefined);
}

async function takeBack(tx: GatewayTransaction, shareId: Share['shareId'], { personId }: OperationContext): ReturnType<ApplyOperation> {
  const row = await tx.tables<SharingTables>().selectFrom('shares').select(['id', 'person']).where('id', '=', idToBytes(shareId)).where('person', '=', idToBytes(personId)).executeTakeFirst();
  // Not there: taken back before, or over. What the person wants is so.
  if (row === undefined) return ok(undefined);
  await endShare(tx, row);
  await appendAudit(tx, { at: tx.now, actor: { kind: 'person', id: personId }, action: 'sharing.take-back', subject: personId, detail: { shareId } });
  return ok(undefined);
}
