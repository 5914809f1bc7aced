import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { blobsRequestSchema } from '#protocol/packs/blob-frames.ts';
import type { Sha256 } from '#protocol/ids.ts';
import { createGatewayRequester, type ClientCredential, type GatewayRequester } from '../../electron/main/gateway-link/request.ts';
import { framesOf } from '../../gateway/features/education/blobs-route.ts';
import { createBlobStore } from '../../gateway/packs/blob-store.ts';
import { createPackedFiles } from '../../gateway/packs/packed-files.ts';
import { createPrisonAuthority } from '../../tests/kiosk/support/prison-authority.ts';

/** The gateway's file store behind TLS, with its real frames, and the tablet's real client for it. */
export type BlobServer = {
  readonly store: (bytes: Uint8Array) => Sha256;
  readonly packed: ReturnType<typeof createPackedFiles>;
  /** A client over a line with this delay in each direction (milliseconds). */
  readonly client: (delay: number) => Promise<{ readonly requester: GatewayRequester; readonly credential: ClientCredential }>;
  readonly close: () => void;
};

/** Starts one in this process, on loopback, in a folder of its own. */
export async function startBlobServer(): Promise<BlobServer> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-blobs-'));
  const blobs = createBlobStore(folder);
  const packed = createPackedFiles(folder, blobs);
  const authority = await createPrisonAuthority();
  const identity = await authority.signServer();
  const held = new Map<string, Uint8Array>();
  const allowed = new Set<string>();
  const server = createSecureServer({ key: identity.key, cert: identity.certificate, minVersion: 'TLSv1.3' }, (request, response) => {
    if (request.method === 'GET') return void response.end(held.get(request.url?.split('/').pop() ?? ''));
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { files } = blobsRequestSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
      Readable.from(framesOf(files, allowed, { blobs, packedFiles: packed }), { objectMode: false }).pipe(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const lines: (() => void)[] = [];
  return {
    packed,
    store: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
      writeInto(blobs.pathOf(sha256), bytes);
      held.set(sha256, bytes);
      allowed.add(sha256);
      return sha256;
    },
    client: async (delay) => {
      const line = await openSlowLine((server.address() as AddressInfo).port, delay);
      lines.push(line.close);
      const requester = createGatewayRequester(`https://127.0.0.1:${String(line.port)}`, authority.caPem);
      return { requester, credential: { certificate: identity.certificate, privateKey: identity.key } };
    },
    close: () => {
      for (const close of [...lines, () => server.closeAllConnections(), () => server.close()]) close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeInto(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** A line that holds every piece back for `delay` milliseconds in each direction, and keeps their order. */
async function openSlowLine(target: number, delay: number): Promise<{ readonly port: number; readonly close: () => void }> {
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]] as const) {
      from.on('data', (piece) => void setTimeout(() => to.write(piece), delay));
      from.on('close', () => void setTimeout(() => to.destroy(), delay));
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
