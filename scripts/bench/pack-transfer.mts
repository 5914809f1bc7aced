import { createHash, randomBytes } from 'node:crypto';
import { fetchFiles } from '../../electron/main/gateway-link/fetch-files.ts';
import type { WantedFile } from '#protocol/packs/take-batch.ts';
import { type BenchRow, makeRow } from './bench-row.mts';
import { startBlobServer, type BlobServer } from './blob-server.mts';

const MIB = 1024 * 1024;
const BATCH_BYTES = 8 * MIB;
/** Small files over a 30 ms line: 15 ms each way (content-packs.md, finding 4). */
const SMALL_FILES = 3600;
const ONE_WAY_MS = 15;
/** One by one they would take two minutes; the peer is a sample, scaled. */
const SAMPLE = 200;
/** Odd, so that one round is the middle one. */
const ROUNDS = 9;
const STREAM_FILES = 64;

/** Transfer of packs by the tablet's real client from the gateway's real frames: many small files, and verification. */
export async function benchPackTransfer(): Promise<readonly BenchRow[]> {
  const server = await startBlobServer();
  try {
    return [await smallFiles(server), await verifiedDownload(server)];
  } finally {
    server.close();
  }
}

async function smallFiles(server: BlobServer): Promise<BenchRow> {
  const files = Array.from({ length: SMALL_FILES }, (_, index): WantedFile => {
    const bytes = randomBytes(500 + (index % 20) * 200);
    return { sha256: server.store(bytes), bytes: bytes.length };
  });
  const { requester, credential } = await server.client(ONE_WAY_MS);
  const batched = await time(async () => {
    for (const batch of batchesOf(files)) await mustFetch(await fetchFiles(requester, credential, batch));
  });
  const single = await time(async () => {
    for (const { sha256, bytes } of files.slice(0, SAMPLE))
      await mustFetch(await requester({ method: 'GET', path: `/tablet/blobs/${sha256}`, maxBytes: bytes }, credential));
  });
  const oneByOne = (single / SAMPLE) * SMALL_FILES;
  return makeRow(`${String(SMALL_FILES)} small files over a 30 ms line in batches, ms / one GET each (${String(SAMPLE)} measured, scaled)`, batched, oneByOne, { atMost: 0.03 });
}

async function verifiedDownload(server: BlobServer): Promise<BenchRow> {
  const files = Array.from({ length: STREAM_FILES }, (): WantedFile => ({ sha256: server.store(randomBytes(MIB)), bytes: MIB }));
  const { requester, credential } = await server.client(0);
  // Incompressible files are found out once; not in the figure.
  for (const file of files) await server.packed.read(file.sha256, undefined);
  const verified = () => time(async () => {
    for (const batch of batchesOf(files)) await mustFetch(await fetchFiles(requester, credential, batch));
  });
  const hashed = () => time(async () => {
    for (const batch of batchesOf(files)) {
      const hash = createHash('sha256');
      const body = { files: batch.map(({ sha256 }) => ({ sha256 })) };
      const onPiece = async (piece: Buffer): Promise<void> => void hash.update(piece);
      await mustFetch(await requester({ method: 'POST', path: '/tablet/blobs', body, maxBytes: 2 * BATCH_BYTES, onPiece }, credential));
      hash.digest();
    }
  });
  // Each round is a pair, one right after the other, and the first of it changes: whatever else the machine does falls on both.
  const rounds: { readonly subject: number; readonly peer: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await verified() : await hashed();
    const second = round % 2 === 0 ? await hashed() : await verified();
    rounds.push(round % 2 === 0 ? { subject: first, peer: second } : { subject: second, peer: first });
  }
  const [middle] = rounds.sort((one, other) => one.peer / one.subject - other.peer / other.subject).slice((ROUNDS - 1) / 2);
  const perSecond = (milliseconds = Number.NaN): number => (STREAM_FILES * 1000) / milliseconds;
  return makeRow('verified download of 64 MiB, MiB per second, every file judged and held / the same stream hashed and thrown away (the middle of nine pairs)', perSecond(middle?.subject), perSecond(middle?.peer), { atLeast: 0.85 });
}

function batchesOf(files: readonly WantedFile[]): readonly (readonly WantedFile[])[] {
  const batches: WantedFile[][] = [[]];
  let bytes = 0;
  for (const file of files) {
    if (bytes + file.bytes > BATCH_BYTES || (batches.at(-1)?.length ?? 0) >= 1000) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(file);
    bytes += file.bytes;
  }
  return batches;
}

async function time(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function mustFetch(result: { readonly ok: boolean }): Promise<void> {
  return result.ok ? Promise.resolve() : Promise.reject(new Error(`The line failed: ${JSON.stringify(result)}`));
}
