import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { makeUuidV7, type RecordId } from '#protocol/ids.ts';
import type { PackSignature, SignerRole, TrustedKey } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import { type EstablishmentKeys, OWN_ROLES } from '../establishment-keys.ts';
import type { ExplodedPack } from '../explode-pack.ts';
import { meetsRule, type SigningRule } from '../signing-rule.ts';
import type { WaitingPack } from '../staff-api.ts';
import { readBuiltPack } from './built-pack.ts';
import { draftFolder } from './draft-folder.ts';
import { draftIdOf, noteDraft } from './draft-rows.ts';
import { nextVersion } from './draft-work.ts';
import type { DraftTables } from './tables.ts';

export type HoldDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly keys: EstablishmentKeys;
};

/** A ready-made pack that was believed but lacks signatures: what of it, where it lies, what it takes, and who is trusted. */
export type LackingPack = {
  readonly pack: ExplodedPack;
  readonly out: string;
  readonly rule: SigningRule;
  readonly trusted: readonly TrustedKey[];
  /** Milliseconds since 1970. */
  readonly now: number;
};

/**
 * Keeps a ready-made pack that lacks signatures as a submitted draft: it waits for a second person, who sees what it
 * would change. Whoever brings it says that it is fit to be learned from, so where education has not signed, the
 * prison's education key does; the second person's approval adds security (ADR 0019). `signature-missing`: even with
 * both it would not be enough. `version-must-rise`: an edition here is as new.
 */
export async function holdPack(
  dependencies: HoldDependencies,
  staff: StaffCaller,
  { pack, out, rule, trusted, now }: LackingPack,
): Promise<Result<WaitingPack, RouteFailure>> {
  const { database, dataFolder, keys } = dependencies;
  const { packId, version, title } = pack.manifest;
  const own = keys.publicKeys();
  if (own.length === 0) return fail({ code: 'keys-missing' });
  const lacks = OWN_ROLES.filter((role) => pack.signedBy.every((signer) => signer.role !== role));
  const mayAdd = own.filter((key) => trusted.some((one) => one.publicKey === key.publicKey));
  if (!meetsRule(rule, [...pack.signedBy, ...mayAdd])) return fail({ code: 'pack-refused', detail: 'signature-missing' });
  const reply = { packId, version, title, signedBy: pack.signedBy, lacks };
  const waiting = await findWaiting(database, pack.manifestSha256);
  if (waiting !== undefined) return ok({ draftId: waiting, ...reply });
  if (version < (await nextVersion(database.reads(), packId))) return fail({ code: 'version-must-rise' });
  const signature = await signForEducation(keys, out, pack, lacks);
  if (!signature.ok) return signature;
  const draftId = makeUuidV7(now, randomBytes(10)) as RecordId;
  const { home, built } = draftFolder(dataFolder, draftId);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await rename(out, built);
  try {
    await database.committer.submit((tx) => insertHeld(tx, staff, { draftId, pack, signature: signature.value }));
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
  return ok({ draftId, ...reply });
}

/** The same pack brought twice waits once. */
async function findWaiting(database: GatewayDatabase, manifestSha256: string): Promise<RecordId | undefined> {
  const row = await database
    .reads<DraftTables>()
    .selectFrom('pack_drafts')
    .select('id')
    .where('state', '=', 'submitted')
    .where('manifest_sha256', '=', manifestSha256)
    .executeTakeFirst();
  return row === undefined ? undefined : draftIdOf(row);
}

async function signForEducation(
  keys: EstablishmentKeys,
  out: string,
  { manifest }: ExplodedPack,
  lacks: readonly SignerRole[],
): Promise<Result<PackSignature | null, RouteFailure>> {
  if (!lacks.includes('education')) return ok(null);
  const built = await readBuiltPack(out, manifest.packId, manifest.version);
  return built === undefined ? fail({ code: 'pack-refused', detail: 'unreadable' }) : keys.signManifest('education', built.manifestBytes);
}

type Held = { readonly draftId: RecordId; readonly pack: ExplodedPack; readonly signature: PackSignature | null };

async function insertHeld(tx: GatewayTransaction, staff: StaffCaller, { draftId, pack, signature }: Held): Promise<void> {
  const { packId, version, title, report } = pack.manifest;
  const problems = (report?.warnings ?? []).map((message) => ({ severity: 'warning', code: 'maker', file: '', message }));
  const by = idToBytes(staff.staffId);
  await tx
    .tables<DraftTables>()
    .insertInto('pack_drafts')
    .values({
      ...{ id: idToBytes(draftId), state: 'submitted', name: `${packId} ${String(version)}`, owner: by },
      ...{ authors: JSON.stringify([staff.staffId]), pack_id: packId, version, title: JSON.stringify(title) },
      ...{ manifest_sha256: pack.manifestSha256, signature: signature === null ? null : JSON.stringify(signature) },
      ...{ report: JSON.stringify({ problems, notCarried: [] }), reason: null, submitted_by: by, submitted_at: tx.now },
      ...{ signed_by: JSON.stringify(pack.signedBy), decided_by: null, decided_at: null },
      ...{ created_at: tx.now, updated_at: tx.now },
    })
    .execute();
  const signedBy = pack.signedBy.map((signer) => signer.keyId);
  await noteDraft(tx, staff, 'packs.hold', draftId, { packId, version, manifestSha256: pack.manifestSha256, signedBy });
}
