import { createPublicKey, timingSafeEqual } from 'node:crypto';
import type { FirstSignInReply, FirstSignInRequest } from '#protocol/enrolment/schema.ts';
import type { TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import { displayName, loadPersonByNumber, type PersonRecord } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { hashCode } from './code-hash.ts';
import { judgeCode, type KnownCode } from './judge-code.ts';
import type { TabletTables } from './tables.ts';

/**
 * Takes a person's public key for a tablet, against the code on their slip. Their PIN never comes here. The same
 * code with the same key again has the effect of once (a tablet switched off half-way tries again with the same keys).
 */
export async function takeFirstSignIn(
  tx: GatewayTransaction,
  codeSecret: Uint8Array,
  tabletId: TabletId,
  request: FirstSignInRequest,
): Promise<Result<FirstSignInReply, RouteFailure>> {
  const publicKey = Buffer.from(request.publicKey, 'base64url');
  if (!isP256Point(publicKey)) return fail({ code: 'invalid-request' });
  const tables = tx.tables<TabletTables & PeopleTables>();
  const person = await loadPersonByNumber(tx.tables<PeopleTables>(), request.prisonerNumber);
  if (person?.status !== 'here') return fail({ code: 'person-unknown' });
  const place = { tablet: idToBytes(tabletId), person: idToBytes(person.personId) };
  const assigned = await tables
    .selectFrom('assignments')
    .select('person')
    .where('tablet', '=', place.tablet)
    .where('person', '=', place.person)
    .executeTakeFirst();
  if (assigned === undefined) return fail({ code: 'person-not-on-tablet' });
  const judged = judgeCode(
    await loadSlip(tx, place, hashCode(codeSecret, 'first-sign-in', request.code), publicKey),
    tx.now,
  );
  if (!judged.ok) return judged;
  if (judged.value === 'first') await storeKey(tx, tabletId, person, publicKey);
  return ok({ personId: person.personId, displayName: displayName(person) });
}

type Place = { readonly tablet: Uint8Array; readonly person: Uint8Array };

/** What is known of the code that was typed; undefined when it is not the one on this person's slip for this tablet. */
async function loadSlip(
  tx: GatewayTransaction,
  place: Place,
  codeHash: Uint8Array,
  publicKey: Uint8Array,
): Promise<KnownCode | undefined> {
  const slip = await tx
    .tables<TabletTables>()
    .selectFrom('first_sign_in_codes')
    .selectAll()
    .where('tablet', '=', place.tablet)
    .where('person', '=', place.person)
    .executeTakeFirst();
  if (slip === undefined || !timingSafeEqual(slip.code_hash, codeHash)) return undefined;
  const usedWithSameKey = slip.used_key !== null && Buffer.compare(slip.used_key, publicKey) === 0;
  return { expiresAt: slip.expires_at, usedAt: slip.used_at, usedWithSameKey };
}

async function storeKey(
  tx: GatewayTransaction,
  tabletId: TabletId,
  person: PersonRecord,
  publicKey: Uint8Array,
): Promise<void> {
  const tables = tx.tables<TabletTables>();
  const place = { tablet: idToBytes(tabletId), person: idToBytes(person.personId) };
  await tables
    .insertInto('person_keys')
    .values({ ...place, public_key: publicKey, since: tx.now })
    .onConflict((conflict) => conflict.columns(['tablet', 'person', 'public_key']).doUpdateSet({ since: tx.now }))
    .execute();
  await tables
    .updateTable('first_sign_in_codes')
    .set({ used_at: tx.now, used_key: publicKey })
    .where('tablet', '=', place.tablet)
    .where('person', '=', place.person)
    .execute();
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'person', id: person.personId },
    action: 'tablets.first-sign-in',
    subject: tabletId,
    detail: {},
  });
}

/** Whether these are 65 bytes of a point on P-256; anything else would fail later, far from whoever sent it. */
function isP256Point(bytes: Buffer): boolean {
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  try {
    createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: bytes.subarray(1, 33).toString('base64url'),
        y: bytes.subarray(33).toString('base64url'),
      },
    });
    return true;
  } catch {
    return false;
  }
}
