import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FILE_TYPES } from '#protocol/packs/file-list.ts';
import type { LoadedPack } from '../builder/load-pack.ts';
import { blobPath } from '../builder/pack-carrier.ts';

/** What a preview shows, and where the built pages lie. */
export type PreviewOptions = {
  readonly pack: LoadedPack;
  /** A folder of packs (PACK-19) that holds the pack's files, and those of its runtimes. */
  readonly folder: string;
  /** Programs the pack cannot be played without, where they were given (PACK-33). */
  readonly runtimes: readonly LoadedPack[];
  /** Built `renderer/pack-preview`: the page around the player. */
  readonly pageFolder: string;
  /** Built `renderer/pack-origin`: the very player of the tablet. */
  readonly playerFolder: string;
  /** 0 takes any free one. */
  readonly port: number;
};

/** A preview that is served. */
export type Preview = { readonly url: string; readonly close: () => Promise<void> };

/** The app's name; a pack's origin is below it, as at the gateway (ARCHITECTURE, walk B station 7). */
const APP_NAME = 'throughline.localhost';

/**
 * Serves a pack as a learner would meet it: the preview page at one origin, the player and the pack at another, on
 * loopback only. The pack is the one that was judged; nothing is recorded. Resolves when it answers.
 */
export async function servePreview(options: PreviewOptions): Promise<Preview> {
  const packName = `${options.pack.manifest.packId}.packs.${APP_NAME}`;
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const answer = host === packName ? answerPlayer : host === APP_NAME ? answerApp : undefined;
    const answered = request.method === 'GET' && answer ? answer(options, request, response) : refuse(response);
    // The browser left in the middle of a file.
    void answered.catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${APP_NAME}:${String(port)}/preview.html`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The page around the player, the pack's manifest and its files by hash. */
async function answerApp(options: PreviewOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const wanted = pathOf(request);
  const headers = { 'content-security-policy': appPolicy(request) };
  if (wanted === '/preview/pack.json') {
    const { manifestBytes, index } = options.pack;
    const runtimes = options.runtimes.map((one) => ({ packId: one.manifest.packId, files: [...one.index.values()] }));
    const body = { manifest: new TextDecoder().decode(manifestBytes), files: [...index.values()], runtimes };
    response.writeHead(200, { ...SAFE, ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  const sha256 = /^\/preview\/files\/([0-9a-f]{64})$/.exec(wanted)?.[1];
  if (sha256 === undefined) return sendFile(path.join(options.pageFolder, wanted), headers, response);
  const known = [options.pack, ...options.runtimes].some(({ index }) =>
    [...index.values()].some((file) => file.sha256 === sha256),
  );
  return known ? sendFile(path.join(options.folder, blobPath(sha256)), headers, response) : refuse(response);
}

/** The player's own files; the pack's files come through its service worker from the page, as on a tablet. */
async function answerPlayer(
  { playerFolder }: PreviewOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const wanted = pathOf(request);
  if (!wanted.startsWith('/__host/')) return refuse(response);
  const headers = { 'content-security-policy': playerPolicy(request), 'service-worker-allowed': '/' };
  return sendFile(path.join(playerFolder, wanted.slice('/__host'.length)), headers, response);
}

/** The address without its query, normalised by the URL parser, so that it cannot climb. */
function pathOf(request: IncomingMessage): string {
  const { pathname } = new URL(request.url ?? '/', 'http://preview');
  return /%2f|%5c|%2e|\\/i.test(pathname) ? '/' : pathname;
}

async function sendFile(file: string, headers: object, response: ServerResponse): Promise<void> {
  const status = await stat(file).catch(() => undefined);
  if (!status?.isFile()) return refuse(response);
  response.writeHead(200, { ...SAFE, ...headers, 'content-type': typeOf(file), 'content-length': status.size });
  await pipeline(createReadStream(file), response);
}

function refuse(response: ServerResponse): Promise<void> {
  response.writeHead(404, { ...SAFE, 'content-security-policy': "default-src 'none'" }).end();
  return Promise.resolve();
}

function typeOf(file: string): string {
  const types: Readonly<Record<string, string>> = FILE_TYPES;
  return types[path.extname(file).slice(1)] ?? 'application/octet-stream';
}

const SAFE = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

function appPolicy(request: IncomingMessage): string {
  const port = portOf(request);
  const own =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";
  return `${own}; frame-src http://*.packs.${APP_NAME}${port}; base-uri 'none'; form-action 'none'`;
}

/** As the gateway's for packs: nothing from elsewhere, whatever a pack brings. */
function playerPolicy(request: IncomingMessage): string {
  return [
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
    "connect-src 'self'",
    "form-action 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    'sandbox allow-scripts allow-same-origin',
    `frame-ancestors http://${APP_NAME}${portOf(request)}`,
  ].join('; ');
}

function portOf(request: IncomingMessage): string {
  return /:\d+$/.exec(request.headers.host ?? '')?.[0] ?? '';
}
