import { blobsRequestSchema, encodeFrameHead, type BlobsRequest } from '#protocol/packs/blob-frames.ts';
import { MAX_MANIFEST_BYTES } from '#protocol/packs/manifest.ts';
import { MAX_RELEASE_BYTES } from '#protocol/packs/release.ts';
import { fail, ok } from '#protocol/result.ts';
import type { GatewayAnswer, GatewayCall, GatewayRequester } from '../gateway-link/request.ts';
import { openInside, readPart } from './read-inside.ts';

const MANIFEST = /^\/tablet\/packs\/([a-z][a-z0-9-]{2,62})\/([1-9]\d{0,9})\/manifest$/;
const BLOB = /^\/tablet\/blobs\/([0-9a-f]{64})$/;
const RELEASE = /^\/tablet\/release\?/;

/** A list in JSON in JSON, and every roles document there ever was. */
const MAX_LIST_BYTES = 3 * MAX_RELEASE_BYTES;
const MAX_SIGNATURES_BYTES = 64 * 1024;
/** How much of a file is held at once. */
const READ_BYTES = 1024 * 1024;

/**
 * Answers what a gateway is asked for packs from a mounted stick (PACK-19): `release.json`, `packs/…`, `blobs/…`. So one
 * importer takes both: whoever asks judges the answer like one from the network. It reads, by names it made itself, and
 * does nothing else with what lies there. `onUnsafe` hears of links, pipes and sizes that no pack has.
 */
export function createStickRequester(folder: string, onUnsafe: () => void): GatewayRequester {
  return async (call) => {
    try {
      return ok(await answer({ folder, onUnsafe }, call));
    } catch {
      // Pulled out while it was read, or refused by whoever takes the bytes: as a line that is cut.
      return fail({ code: 'unreachable' });
    }
  };
}

type Stick = { readonly folder: string; readonly onUnsafe: () => void };

const NOT_HERE: GatewayAnswer = { status: 404, body: Buffer.from('{"code":"not-found"}') };

async function answer(stick: Stick, call: GatewayCall): Promise<GatewayAnswer> {
  if (call.method === 'POST') return answerBatch(stick, call);
  if (RELEASE.test(call.path)) return asAnswer(await readWhole(stick, 'release.json', MAX_LIST_BYTES));
  const [, packId, version] = MANIFEST.exec(call.path) ?? [];
  if (packId !== undefined && version !== undefined) return answerManifest(stick, `packs/${packId}/${version}`);
  const [, sha256] = BLOB.exec(call.path) ?? [];
  return sha256 === undefined ? NOT_HERE : answerBlob(stick, sha256, call);
}

/** As the gateway does: the two texts in one JSON, because the signatures are over these very bytes. */
async function answerManifest(stick: Stick, home: string): Promise<GatewayAnswer> {
  const manifest = await readWhole(stick, `${home}/manifest.json`, MAX_MANIFEST_BYTES);
  const signatures = await readWhole(stick, `${home}/signatures.json`, MAX_SIGNATURES_BYTES);
  if (manifest === undefined || signatures === undefined) return NOT_HERE;
  const texts = { manifest: manifest.toString('utf8'), signatures: signatures.toString('utf8') };
  return asAnswer(Buffer.from(JSON.stringify(texts)));
}

async function answerBlob(stick: Stick, sha256: string, { range, maxBytes, onPiece }: GatewayCall): Promise<GatewayAnswer> {
  if (range === undefined) return asAnswer(await readWhole(stick, blobName(sha256), maxBytes));
  const file = await openInside(stick.folder, blobName(sha256), Number.MAX_SAFE_INTEGER);
  if (file === undefined) return NOT_HERE;
  if (file === 'unsafe') return refuse(stick);
  try {
    const end = Math.min(range.to + 1, file.size);
    for (let at = range.from; at < end; at += READ_BYTES) {
      const part = await readPart(file.handle, at, Math.min(READ_BYTES, end - at));
      if (part === undefined) throw new Error('cut short');
      await onPiece?.(part, 206);
    }
    return { status: 206, body: Buffer.alloc(0) };
  } finally {
    await file.handle.close();
  }
}

/** Many files in one answer, as they lie there (MOVE-2): a stick is quick, and packing them would only take time. */
async function answerBatch(stick: Stick, { body, onPiece, maxBytes }: GatewayCall): Promise<GatewayAnswer> {
  const asked: BlobsRequest = blobsRequestSchema.parse(body);
  let sent = 0;
  for (const [index, { sha256 }] of asked.files.entries()) {
    const bytes = await readWhole(stick, blobName(sha256), maxBytes - sent);
    sent += bytes?.length ?? 0;
    const head = encodeFrameHead(index, bytes === undefined ? 'absent' : 'raw', bytes?.length ?? 0);
    await onPiece?.(Buffer.concat(bytes === undefined ? [head] : [head, bytes]), 200);
  }
  return { status: 200, body: Buffer.alloc(0) };
}

async function readWhole(stick: Stick, name: string, maxBytes: number): Promise<Buffer | undefined> {
  const file = await openInside(stick.folder, name, maxBytes);
  if (file === undefined) return undefined;
  if (file === 'unsafe') {
    stick.onUnsafe();
    return undefined;
  }
  try {
    return await readPart(file.handle, 0, file.size);
  } finally {
    await file.handle.close();
  }
}

function blobName(sha256: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}

function asAnswer(body: Buffer | undefined): GatewayAnswer {
  return body === undefined ? NOT_HERE : { status: 200, body };
}

function refuse({ onUnsafe }: Stick): GatewayAnswer {
  onUnsafe();
  return NOT_HERE;
}
