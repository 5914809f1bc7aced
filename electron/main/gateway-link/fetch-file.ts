import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { MAX_FILE_BYTES } from '#protocol/packs/file-list.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { answerFailureCode } from './fetch-manifest.ts';
import { readAnswer } from './read-answer.ts';
import type { ClientCredential, GatewayRequester } from './request.ts';

export type FetchFileFailure = { readonly code: 'unreachable' | 'revoked' | 'not-found' | 'file-refused' | 'busy' };

/** Fetches files of packs; what was cut off goes on where it stopped, also after a restart. */
export type FileFetcher = {
  readonly fetch: (
    client: ClientCredential,
    wanted: { readonly sha256: string; readonly bytes: number },
  ) => Promise<Result<Uint8Array, FetchFileFailure>>;
};

/** An unfinished file nobody asked for again in this time is thrown away at the next start: 30 days. */
const KEEP_PARTS_MS = 30 * 24 * 3600 * 1000;

/** Creates a fetcher that keeps unfinished files in `<folder>/fetching`. */
export function createFileFetcher(folder: string, requester: GatewayRequester, now: () => number): FileFetcher {
  const home = join(folder, 'fetching');
  // At the first fetch, not at boot: a full disk must not keep the tablet from starting.
  let ready: Promise<void> | undefined;
  const underWay = new Set<string>();
  return {
    fetch: async (client, wanted) => {
      if (wanted.bytes > MAX_FILE_BYTES) return fail({ code: 'file-refused' });
      if (underWay.has(wanted.sha256)) return fail({ code: 'busy' });
      underWay.add(wanted.sha256);
      try {
        ready ??= prepare(home, now());
        await ready;
        return await fetchWhole(join(home, `${wanted.sha256}.part`), requester, client, wanted);
      } finally {
        underWay.delete(wanted.sha256);
      }
    },
  };
}

/** Nothing is answered before size and hash of the whole file are right (PACK-14); wrong bytes are thrown away. */
async function fetchWhole(
  part: string,
  requester: GatewayRequester,
  client: ClientCredential,
  wanted: { readonly sha256: string; readonly bytes: number },
): Promise<Result<Uint8Array, FetchFileFailure>> {
  const fetched = await fetchRest(part, requester, client, wanted);
  if (!fetched.ok) {
    if (fetched.error.code === 'file-refused') await rm(part, { force: true });
    return fetched;
  }
  const bytes = new Uint8Array(await readFile(part));
  await rm(part, { force: true });
  const isRight = bytes.length === wanted.bytes && createHash('sha256').update(bytes).digest('hex') === wanted.sha256;
  return isRight ? ok(bytes) : fail({ code: 'file-refused' });
}

async function fetchRest(
  part: string,
  requester: GatewayRequester,
  client: ClientCredential,
  wanted: { readonly sha256: string; readonly bytes: number },
): Promise<Result<null, FetchFileFailure>> {
  const have = (await stat(part).catch(() => undefined))?.size ?? 0;
  if (have === wanted.bytes && have > 0) return ok(null);
  const from = have < wanted.bytes ? have : 0;
  const file = await open(part, from > 0 ? 'r+' : 'w', 0o600);
  try {
    const errorBody: Buffer[] = [];
    const writer = createWriter(file, from, errorBody);
    const sent = await requester(
      { method: 'GET', path: `/tablet/blobs/${wanted.sha256}`, from, maxBytes: wanted.bytes, onPiece: writer },
      client,
    );
    if (!sent.ok) return fail({ code: sent.error.code === 'too-large' ? 'file-refused' : 'unreachable' });
    if (sent.value.status === 200 || sent.value.status === 206) return ok(null);
    const answer = readAnswer({ status: sent.value.status, body: Buffer.concat(errorBody) }, z.never());
    return fail({ code: answer.ok ? 'file-refused' : answerFailureCode(answer.error) });
  } finally {
    await file.close();
  }
}

/** Writes pieces where they belong: a gateway that does not know ranges (200) sends it all from the start. */
function createWriter(file: FileHandle, from: number, errorBody: Buffer[]) {
  let position: number | undefined;
  return async (piece: Buffer, status: number): Promise<void> => {
    if (status !== 200 && status !== 206) {
      errorBody.push(piece);
      return;
    }
    position ??= status === 206 ? from : 0;
    await file.write(piece, 0, piece.length, position);
    position += piece.length;
  };
}

async function prepare(home: string, now: number): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  for (const name of await readdir(home)) {
    const file = join(home, name);
    const { mtimeMs } = await stat(file);
    if (now - mtimeMs > KEEP_PARTS_MS) await rm(file, { force: true });
  }
}
