import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordId } from '#protocol/ids.ts';
import { type PackSignature, packSignaturesSchema } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import { explodePack } from '../explode-pack.ts';
import { insertEdition, readEditionTexts, revocationReason } from '../keep-edition.ts';
import type { ReceiveDependencies } from '../receive-pack.ts';
import { loadPackKeys } from '../pack-queries.ts';
import { loadRevocations } from '../revocations.ts';
import { loadSigningRule, TWO_PEOPLE } from '../signing-rule.ts';
import { type BuiltPack, editionFolder, readBuiltPack } from './built-pack.ts';
import { draftFolder } from './draft-folder.ts';
import { authorsOf, type DraftRow, findDraft, noteDraft, saveDraft, withAuthor } from './draft-rows.ts';
import { nextVersion } from './draft-work.ts';
import type { DraftState } from './staff-api.ts';
import type { DraftTables } from './tables.ts';

export type DecideDependencies = ReceiveDependencies;
type Done = Result<void, RouteFailure>;

/** The first of two people says: this is what I want people to learn. Signs the built manifest for education. */
export async function submitDraft(
  dependencies: DecideDependencies,
  staff: StaffCaller,
  draftId: RecordId,
): Promise<Done> {
  const built = await findBuilt(dependencies, draftId, ['ready']);
  if (!built.ok) return built;
  const { row, pack } = built.value;
  // An edition that came in meanwhile has this number: the check is made anew and gives the next one.
  if (pack.manifest.version !== (await nextVersion(dependencies.database.reads(), pack.manifest.packId)))
    return fail({ code: 'version-must-rise' });
  const signature = dependencies.keys.signManifest('education', pack.manifestBytes);
  if (!signature.ok) return signature;
  return dependencies.database.committer.submit(async (tx) => {
    const now = await findDraft(tx.tables<DraftTables>(), draftId, ['ready']);
    if (!now.ok) return now;
    if (now.value.manifest_sha256 !== row.manifest_sha256) return fail({ code: 'draft-changed' });
    await saveDraft(tx, draftId, {
      ...{
        state: 'submitted',
        signature: JSON.stringify(signature.value),
        authors: withAuthor(now.value, staff.staffId),
      },
      ...{
        submitted_by: idToBytes(staff.staffId),
        submitted_at: tx.now,
        decided_by: null,
        decided_at: null,
        reason: null,
      },
    });
    await noteDraft(tx, staff, 'packs.submit', draftId, describe(pack));
    return ok(undefined);
  });
}

/** Takes a submission back before anybody has decided: the signature goes with it. */
export async function unsubmitDraft(
  { database }: DecideDependencies,
  staff: StaffCaller,
  draftId: RecordId,
): Promise<Done> {
  return database.committer.submit(async (tx) => {
    const row = await findDraft(tx.tables<DraftTables>(), draftId, ['submitted']);
    if (!row.ok) return row;
    // What came ready made cannot be changed here: taken back, it can only be thrown away.
    const state = row.value.signed_by === null ? 'ready' : 'returned';
    await saveDraft(tx, draftId, { state, reason: null, signature: null, submitted_by: null, submitted_at: null });
    await noteDraft(tx, staff, 'packs.unsubmit', draftId, {});
    return ok(undefined);
  });
}

/** The second person sends it back. Their reason stands in the draft and is read by whoever made it. */
export async function returnDraft(
  { database }: DecideDependencies,
  staff: StaffCaller,
  draftId: RecordId,
  reason: string,
): Promise<Done> {
  return database.committer.submit(async (tx) => {
    const row = await findDraft(tx.tables<DraftTables>(), draftId, ['submitted']);
    if (!row.ok) return row;
    if (authorsOf(row.value).includes(staff.staffId)) return fail({ code: 'own-work' });
    const decided = { decided_by: idToBytes(staff.staffId), decided_at: tx.now };
    await saveDraft(tx, draftId, { state: 'returned', signature: null, reason, ...decided });
    await noteDraft(tx, staff, 'packs.return', draftId, {});
    return ok(undefined);
  });
}

/**
 * The second person says: I have looked at the difference, and this may go to cells. Takes the hash of what was looked
 * at. Signs for security, has the whole pack judged with both signatures by a process of its own, as an uploaded one
 * is, and only then keeps it as an edition. Nobody who brought, changed or submitted it may.
 */
export async function approveDraft(
  dependencies: DecideDependencies,
  staff: StaffCaller,
  draftId: RecordId,
  seen: string,
): Promise<Done> {
  const built = await findBuilt(dependencies, draftId, ['submitted']);
  if (!built.ok) return built;
  const { row, pack } = built.value;
  if (authorsOf(row).includes(staff.staffId)) return fail({ code: 'own-work' });
  if (seen !== row.manifest_sha256) return fail({ code: 'draft-changed' });
  const signature = dependencies.keys.signManifest('security', pack.manifestBytes);
  if (!signature.ok) return signature;
  const first = row.signature === null ? [] : [JSON.parse(row.signature) as PackSignature];
  const signatures = [...(await loadSignatures(draftFolder(dependencies.dataFolder, draftId).built, pack)), ...first, signature.value];
  const folder = draftFolder(dependencies.dataFolder, draftId);
  const work = join(folder.home, 'approve');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true, mode: 0o700 });
  await writeSignatures(folder.built, pack, signatures);
  try {
    return await keepApproved(dependencies, staff, draftId, { built: folder.built, work, sha256: seen, isReadyMade: row.signed_by !== null });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

type Approved = { readonly built: string; readonly work: string; readonly sha256: string; readonly isReadyMade: boolean };

async function keepApproved(
  dependencies: DecideDependencies,
  staff: StaffCaller,
  draftId: RecordId,
  { built, work, sha256, isReadyMade }: Approved,
): Promise<Done> {
  const { database, blobs, keys, packCommand } = dependencies;
  const out = join(work, 'out');
  // What is made here has both of this prison's signatures, whatever other editions need (ADR 0019).
  const trusted = isReadyMade ? await loadPackKeys(database.reads()) : keys.publicKeys();
  const rule = isReadyMade ? await loadSigningRule(database.reads()) : TWO_PEOPLE;
  const exploded = await explodePack(packCommand, trusted, { file: built, out, work }, rule);
  if (!exploded.ok) return fail({ code: 'pack-refused', detail: exploded.error.reason });
  if (exploded.value.manifestSha256 !== sha256) return fail({ code: 'draft-changed' });
  const revoked = revocationReason(await loadRevocations(database.reads()), exploded.value);
  if (revoked !== undefined) return fail({ code: 'pack-refused', detail: revoked });
  const texts = await readEditionTexts(out, exploded.value);
  // Files first: a row must never promise bytes that are not there.
  await blobs.takeOver(join(out, 'blobs'));
  return database.committer.submit(async (tx) => {
    const now = await findDraft(tx.tables<DraftTables>(), draftId, ['submitted']);
    if (!now.ok) return now;
    if (now.value.manifest_sha256 !== sha256) return fail({ code: 'draft-changed' });
    const edition = await insertEdition(tx, staff, exploded.value, texts);
    if (!edition.ok) return edition;
    await saveDraft(tx, draftId, { state: 'approved', decided_by: idToBytes(staff.staffId), decided_at: tx.now });
    const { packId, version } = exploded.value.manifest;
    await noteDraft(tx, staff, 'packs.approve', draftId, { packId, version, manifestSha256: sha256 });
    return ok(undefined);
  });
}

/** The built course of a draft that stands at one of these stages, if its bytes are still those that were recorded. */
export async function findBuilt(
  { database, dataFolder }: Pick<DecideDependencies, 'database' | 'dataFolder'>,
  draftId: RecordId,
  states: readonly DraftState[],
): Promise<Result<{ readonly row: DraftRow; readonly pack: BuiltPack }, RouteFailure>> {
  const row = await findDraft(database.reads<DraftTables>(), draftId, states);
  if (!row.ok) return row;
  const { pack_id: packId, version, manifest_sha256: sha256 } = row.value;
  if (packId === null || version === null || sha256 === null) return fail({ code: 'draft-stage' });
  const pack = await readBuiltPack(draftFolder(dataFolder, draftId).built, packId, version);
  if (pack === undefined) return fail({ code: 'draft-stage' });
  return pack.manifestSha256 === sha256 ? ok({ row: row.value, pack }) : fail({ code: 'draft-changed' });
}

/** Those it came with; none where it is built here. */
async function loadSignatures(built: string, { manifest }: BuiltPack): Promise<readonly PackSignature[]> {
  const file = join(editionFolder(built, manifest.packId, manifest.version), 'signatures.json');
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return packSignaturesSchema.parse(JSON.parse(text));
}

async function writeSignatures(
  built: string,
  { manifest }: BuiltPack,
  signatures: readonly PackSignature[],
): Promise<void> {
  const once = new Map(signatures.map((signature) => [`${signature.keyId} ${signature.role}`, signature]));
  const sorted = [...once.values()].sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
  const file = join(editionFolder(built, manifest.packId, manifest.version), 'signatures.json');
  await rm(file, { force: true });
  await writeFile(file, `${JSON.stringify(sorted, null, 2)}\n`, { mode: 0o600, flush: true });
}

function describe({ manifest, manifestSha256 }: BuiltPack): Readonly<Record<string, unknown>> {
  return { packId: manifest.packId, version: manifest.version, manifestSha256 };
}
