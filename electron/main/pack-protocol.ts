import { FILE_TYPES, packPathSchema } from '#protocol/packs/file-list.ts';
import { strictPackIdSchema } from '#protocol/packs/manifest.ts';
import type { PackFileReply, PackFileRequest } from '#protocol/shell/bridge.ts';
import { isContentType } from '#protocol/shell/content-policy.ts';
import { bodyOf, type AppFiles } from './app-files.ts';
import type { PackFileSource } from './pack-file-source.ts';
import { CONTENT_HEADERS, PACK_FILE_HEADERS, playerHeaders } from './page-headers.ts';

/** A request for something at `pack://<pack id>/`. */
export type PackRequest = { readonly method: string; readonly address: string; readonly range: string | null };

/** The pack that is open: its id, our own files under `/__host/`, and where its files come from. */
export type OpenPack = { readonly packId: string; readonly hostFiles: AppFiles; readonly source: PackFileSource };

/** An open-ended range is answered in pieces of this size, so that a film is never in memory whole: 8 MiB. */
const PIECE_BYTES = 8 * 1024 * 1024;
const HOST = '/__host/';
const RUNTIME = '__runtime/';
const KNOWN_TYPES: ReadonlySet<string> = new Set(Object.values(FILE_TYPES));

/**
 * Answers one request in a pack's origin: our own files under `/__host/`, anything else from the tablet's page, which
 * knows only the paths of the verified manifest. Every answer carries a policy, "not found" too.
 */
export async function answerPackRequest(pack: OpenPack, request: PackRequest): Promise<Response> {
  const url = new URL(request.address);
  if (request.method !== 'GET' || url.host !== pack.packId) return notFound();
  if (url.pathname.startsWith(HOST)) return answerHostFile(pack, url.pathname);
  // A query is the page's own business: what a file is does not depend on it.
  const path = decode(url.pathname.slice(1));
  if (!isAskable(path)) return notFound();
  return toResponse(await pack.source.ask(path, parseRange(request.range)));
}

/** A path of the pack itself, or of a runtime pack it names (PACK-11, PACK-33). */
function isAskable(path: string): boolean {
  if (!path.startsWith(RUNTIME)) return packPathSchema.safeParse(path).success;
  const [runtime = '', ...parts] = path.slice(RUNTIME.length).split('/');
  return strictPackIdSchema.safeParse(runtime).success && packPathSchema.safeParse(parts.join('/')).success;
}

/**
 * Reads a `Range` header: one range with a beginning. Anything else (several, the last n bytes, nonsense) is answered
 * with the whole file, as HTTP allows.
 */
export function parseRange(header: string | null): PackFileRequest['range'] {
  const match = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(header ?? '');
  if (match === null) return undefined;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from + PIECE_BYTES - 1 : Number(match[2]);
  return to < from ? undefined : { from, to };
}

/** The answer to a request that no pack is open for. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...PACK_FILE_HEADERS, 'Content-Type': 'text/plain' } });
}

function answerHostFile(pack: OpenPack, path: string): Response {
  const file = pack.hostFiles.get(path);
  if (file === undefined) return notFound();
  return new Response(bodyOf(file), {
    status: 200,
    headers: { ...playerHeaders(pack.packId), 'Content-Type': file.type },
  });
}

function toResponse(reply: PackFileReply): Response {
  if (!('body' in reply)) {
    if (reply.status === 404) return notFound();
    const size = reply.size === undefined ? '*' : String(reply.size);
    return new Response(null, { status: 416, headers: { ...PACK_FILE_HEADERS, 'Content-Range': `bytes */${size}` } });
  }
  const headers: Record<string, string> = {
    ...(isContentType(reply.type) ? CONTENT_HEADERS : PACK_FILE_HEADERS),
    // The type stands in the signed list; one that is not a pack's would be a script or a page.
    'Content-Type': KNOWN_TYPES.has(reply.type) ? reply.type : 'application/octet-stream',
    'Content-Length': String(reply.body.byteLength),
    'Accept-Ranges': 'bytes',
  };
  if (reply.status === 206) {
    headers['Content-Range'] = `bytes ${String(reply.from)}-${String(reply.to)}/${String(reply.size)}`;
  }
  return new Response(reply.body, { status: reply.status, headers });
}

/** Composed, as the lists have it: a page may spell an accent as a sign of its own. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return '';
  }
}
