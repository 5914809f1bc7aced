import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { RELEASE_FORMAT, type Release, releaseSchema } from '#protocol/packs/release.ts';
import type { SignedText, TrustKey } from '#protocol/packs/roles.ts';
import { documentBytes, documentMessage } from '#protocol/packs/signed-document.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import { loadRevocations, RELEASE_TOPIC } from './revocations.ts';
import type { PackTables } from './tables.ts';
import { nodeTrustCrypto } from './verify-with-node.ts';

/** A list older than this is issued again with the next serial, so that a tablet in contact never shows an old one: a day. */
export const REISSUE_AFTER = 24 * 3600 * 1000;

/** How long the newest list is answered without asking the database. */
const REMEMBERED = 3600 * 1000;

type Content = Pick<Release, 'packs' | 'revoked'>;
/** What is out: the pack, its edition and its manifest's hash. */
export type ReleasedPack = Release['packs'][number];
type Dependencies = {
  readonly database: GatewayDatabase;
  readonly key: KeyObject;
  readonly clock: () => number;
  /** What tablets are told to have; the education feature knows. */
  readonly loadReleased: (tx: GatewayTransaction) => Promise<readonly ReleasedPack[]>;
};

/** The signed list of what is live here and what was taken back (PACK-17). */
export type ReleaseList = {
  /** The newest list. Made and signed when something changed, or when a day has passed. */
  readonly current: () => Promise<SignedText & { readonly serial: number }>;
  readonly close: () => void;
};

/** Creates the list's keeper. One list is the same bytes for every tablet, and is remembered until something changes. */
export function createReleaseList(dependencies: Dependencies): ReleaseList {
  const { database, clock } = dependencies;
  // The first list of a run is always a new one: a database restored from a back-up has an older serial than tablets saw.
  let fresh = true;
  let known: { readonly list: Promise<Row>; readonly until: number } | undefined;
  const current = (): Promise<Row> => {
    if (known === undefined || known.until < clock()) {
      const list = database.committer.submit((tx) => issue(tx, dependencies, fresh));
      void list.then(
        () => (fresh = false),
        () => undefined,
      );
      list.catch(() => (known = undefined));
      known = { list, until: clock() + REMEMBERED };
    }
    return known.list;
  };
  const stop = database.committer.subscribe((news) => {
    if (news !== 'lost-track' && news.every((notice) => !notice.topics.includes(RELEASE_TOPIC))) return;
    known = undefined;
    // At once, not when a tablet asks: a stick is written from what lies in the database (ADR 0021).
    current().catch(() => undefined);
  });
  return { current, close: stop };
}

type Row = SignedText & { readonly serial: number };

/** The public half, as a roles document names it. `keyId` carries the key's own hash: another gateway, another name. */
export function releaseKeyOf(key: KeyObject): TrustKey {
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const keyId = `gateway-${nodeTrustCrypto.sha256(raw).slice(0, 12)}`;
  return { keyId, role: 'gateway', publicKey: raw.toString('base64url') };
}

async function issue(tx: GatewayTransaction, { key, loadReleased }: Dependencies, fresh: boolean): Promise<Row> {
  const tables = tx.tables<PackTables>();
  const before = await tables.selectFrom('pack_release').selectAll().executeTakeFirst();
  const content: Content = {
    packs: await loadReleased(tx),
    revoked: toList(await loadRevocations(tables)),
  };
  const isYoung = before !== undefined && before.issued_at + REISSUE_AFTER > tx.now;
  if (isYoung && !fresh && says(before.document, content)) return before;
  // Seconds since 1970 at the least: a gateway restored from a back-up must not count again from where the back-up was.
  const serial = Math.max((before?.serial ?? 0) + 1, Math.floor(tx.now / 1000));
  const document = JSON.stringify({ format: RELEASE_FORMAT, serial, issuedAt: tx.now, ...content } satisfies Release);
  const row = { id: 1, serial, document, signatures: signDocument(key, document), issued_at: tx.now };
  await tables
    .insertInto('pack_release')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  return row;
}

function signDocument(key: KeyObject, document: string): string {
  const sha256 = nodeTrustCrypto.sha256(documentBytes(document));
  const signature = sign(null, documentMessage(RELEASE_FORMAT, sha256), key).toString('base64url');
  const { keyId, role } = releaseKeyOf(key);
  return JSON.stringify([{ keyId, role, signature }]);
}

function says(document: string, content: Content): boolean {
  const { packs, revoked } = releaseSchema.parse(JSON.parse(document));
  return JSON.stringify({ packs, revoked }) === JSON.stringify(content);
}

/** Through the schema: the list is what its readers will make of it. */
function toList(revoked: unknown): Content['revoked'] {
  return releaseSchema.shape.revoked.parse(revoked);
}
