import { createHash, randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { EnrolRequest } from '#protocol/enrolment/schema.ts';
import type { TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { bytesToId } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import type { Authority } from '../../tablets-ca/authority.ts';
import { hashCode } from './code-hash.ts';
import { judgeCode, type KnownCode } from './judge-code.ts';
import type { TabletTables } from './tables.ts';

/** An enrolled tablet and what it is to be given: a certificate, or a token for its cookie. */
export type EnrolledTablet = { readonly tabletId: TabletId; readonly name: string } & (
  { readonly certificate: string } | { readonly token: string }
);

export type EnrolDependencies = {
  readonly database: GatewayDatabase;
  readonly codeSecret: Uint8Array;
  readonly authority: Pick<Authority, 'issue'>;
};

/** A credential made ready before the job, because a job waits for rows only. */
type Credential = {
  readonly kind: 'certificate' | 'cookie';
  readonly sha256: Uint8Array;
  readonly certificate: string | null;
  readonly keySha256: Uint8Array | null;
};

/**
 * Enrols a tablet with the code from the console: once, except that the same code with the same key gets the same
 * certificate again, so that a reply lost on the way costs no walk to the office.
 */
export async function enrolTablet(
  dependencies: EnrolDependencies,
  request: EnrolRequest,
): Promise<Result<EnrolledTablet, RouteFailure>> {
  const { database, codeSecret } = dependencies;
  const codeHash = hashCode(codeSecret, 'enrolment', request.code);
  const known = await database
    .reads<TabletTables>()
    .selectFrom('tablets')
    .select('id')
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  if (known === undefined) return fail({ code: 'code-unknown' });
  const token = randomBytes(32).toString('base64url');
  const credential = await makeCredential(dependencies.authority, request, bytesToId<TabletId>(known.id), token);
  if (!credential.ok) return credential;
  return database.committer.submit((tx) => useCode(tx, codeHash, credential.value, token));
}

async function makeCredential(
  authority: Pick<Authority, 'issue'>,
  request: EnrolRequest,
  tabletId: TabletId,
  token: string,
): Promise<Result<Credential, RouteFailure>> {
  if (request.publicKey === undefined)
    return ok({
      kind: 'cookie',
      sha256: createHash('sha256').update(token).digest(),
      certificate: null,
      keySha256: null,
    });
  const publicKey = Buffer.from(request.publicKey, 'base64url');
  const issued = await authority.issue(publicKey, tabletId);
  if (!issued.ok) return fail({ code: 'invalid-request' });
  return ok({
    kind: 'certificate',
    sha256: issued.value.sha256,
    certificate: issued.value.pem,
    keySha256: createHash('sha256').update(publicKey).digest(),
  });
}

/** Read, judged and used in one job: of two tablets with the same slip only one gets in. */
async function useCode(
  tx: GatewayTransaction,
  codeHash: Uint8Array,
  credential: Credential,
  token: string,
): Promise<Result<EnrolledTablet, RouteFailure>> {
  const tables = tx.tables<TabletTables>();
  const row = await tables.selectFrom('tablets').selectAll().where('code_hash', '=', codeHash).executeTakeFirst();
  const judged = judgeCode(row === undefined ? undefined : knownCode(row, credential), tx.now);
  if (!judged.ok) return judged;
  if (row === undefined) return fail({ code: 'code-unknown' });
  const enrolled = { tabletId: bytesToId<TabletId>(row.id), name: row.name };
  if (judged.value === 'again') return ok({ ...enrolled, certificate: row.certificate ?? '' });
  await saveCredential(tx, row.id, credential);
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'tablet', id: enrolled.tabletId },
    action: 'tablets.enrolled',
    subject: enrolled.tabletId,
    detail: { credential: credential.kind },
  });
  const { certificate } = credential;
  return ok(certificate === null ? { ...enrolled, token } : { ...enrolled, certificate });
}

function knownCode(row: Selectable<TabletTables['tablets']>, credential: Credential): KnownCode {
  const [before, now] = [row.enrolled_key_sha256, credential.keySha256];
  return {
    expiresAt: row.code_expires_at ?? 0,
    usedAt: row.code_used_at,
    usedWithSameKey: before !== null && now !== null && Buffer.compare(before, now) === 0,
  };
}

async function saveCredential(tx: GatewayTransaction, tablet: Uint8Array, credential: Credential): Promise<void> {
  await tx
    .tables<TabletTables>()
    .updateTable('tablets')
    .set({
      state: 'enrolled',
      credential: credential.kind,
      credential_sha256: credential.sha256,
      certificate: credential.certificate,
      enrolled_key_sha256: credential.keySha256,
      code_used_at: tx.now,
      enrolled_at: tx.now,
      revoked_at: null,
    })
    .where('id', '=', tablet)
    .execute();
}
