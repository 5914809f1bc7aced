import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { RouteFailure } from '../http/error-replies.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import type { BlobStore } from './blob-store.ts';
import { type ExplodedPack, explodePack } from './explode-pack.ts';
import { holdPack, type LackingPack } from './drafts/hold-pack.ts';
import type { EstablishmentKeys } from './establishment-keys.ts';
import { findSameEdition, insertEdition, readEditionTexts, revocationReason } from './keep-edition.ts';
import { loadPackKeys } from './pack-queries.ts';
import { loadRevocations } from './revocations.ts';
import type { PackCommand } from './run-pack-command.ts';
import { loadSigningRule, meetsRule, type SigningRule } from './signing-rule.ts';
import type { PackEdition, ReceivedPack } from './staff-api.ts';

/** Largest pack that is taken. */
export const MAX_PACK_BYTES = 512 * 1024 * 1024;

export type ReceiveDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly blobs: BlobStore;
  readonly packCommand: PackCommand;
  readonly keys: EstablishmentKeys;
};

/** Who brings a pack must show that somebody we trust made it; whether that is enough is judged after. */
const SOMEBODY: SigningRule = { threshold: 1, roles: [] };

/**
 * Takes an uploaded pack: to a file of its own, judged there by another process, and only then kept (walk B, station
 * 7): as an edition where enough keys of the right roles have signed it, else as a draft that waits for a second person.
 * Whatever goes wrong, nothing of it stays.
 */
export async function receivePack(
  dependencies: ReceiveDependencies,
  staff: StaffCaller,
  bytes: Readable,
  now: number,
): Promise<Result<ReceivedPack, RouteFailure>> {
  const work = join(dependencies.dataFolder, 'incoming', randomUUID());
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const file = join(work, 'upload.pack');
    if (!(await store(bytes, file))) return fail({ code: 'too-large' });
    const keys = await loadPackKeys(dependencies.database.reads());
    const out = join(work, 'out');
    const exploded = await explodePack(dependencies.packCommand, keys, { file, out, work }, SOMEBODY);
    if (!exploded.ok) return await noteRefusal(dependencies.database, staff, exploded.error.reason);
    const revoked = await loadRevocations(dependencies.database.reads());
    const reason = revocationReason(revoked, exploded.value);
    if (reason !== undefined) return await noteRefusal(dependencies.database, staff, reason);
    const rule = await loadSigningRule(dependencies.database.reads());
    if (meetsRule(rule, exploded.value.signedBy)) return await keep(dependencies, staff, exploded.value, out);
    return await hold(dependencies, staff, { pack: exploded.value, out, rule, trusted: keys, now });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** False when more came than is taken: a length that was not announced is counted as it arrives. */
async function store(bytes: Readable, file: string): Promise<boolean> {
  let received = 0;
  const counter = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      received += part.length;
      done(received > MAX_PACK_BYTES ? new TooLarge() : null, part);
    },
  });
  try {
    await pipeline(bytes, counter, createWriteStream(file, { mode: 0o600 }));
    return true;
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error;
  }
}

class TooLarge extends Error {}

async function noteRefusal(
  database: GatewayDatabase,
  staff: StaffCaller,
  reason: string,
): Promise<Result<never, RouteFailure>> {
  // A refused pack may be an attack: who brought it, and why it was refused, is kept.
  await database.committer.submit((tx) =>
    appendAudit(tx, {
      at: tx.now,
      actor: { kind: 'staff', id: staff.staffId },
      action: 'packs.refused',
      subject: 'pack',
      detail: { reason },
    }),
  );
  return fail({ code: 'pack-refused', detail: reason });
}

async function keep(
  dependencies: ReceiveDependencies,
  staff: StaffCaller,
  pack: ExplodedPack,
  out: string,
): Promise<Result<PackEdition, RouteFailure>> {
  const texts = await readEditionTexts(out, pack);
  // Files first: a row must never promise bytes that are not there. Files without a row harm nobody.
  await dependencies.blobs.takeOver(join(out, 'blobs'));
  return dependencies.database.committer.submit((tx) => insertEdition(tx, staff, pack, texts));
}

/** What is an edition already stays one, whoever brings it again. */
async function hold(
  dependencies: ReceiveDependencies,
  staff: StaffCaller,
  lacking: LackingPack,
): Promise<Result<ReceivedPack, RouteFailure>> {
  const known = await findSameEdition(dependencies.database.reads(), staff, lacking.pack);
  if (known !== undefined) return ok(known);
  const held = await holdPack(dependencies, staff, lacking);
  if (held.ok || held.error.code !== 'pack-refused') return held;
  return noteRefusal(dependencies.database, staff, held.error.detail ?? '');
}
