import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { z } from 'zod/mini';

/** The ordinal of "this whole commit": a cursor at the end of a stream covers every row of its commit. */
export const WHOLE_COMMIT = 2_147_483_647;

const positionSchema = z.strictObject({
  /** Boot it was made in. */
  b: z.string().check(z.maxLength(40)),
  /** Commit, and ordinal within it, up to which the holder has everything. */
  c: z.int().check(z.gte(0)),
  n: z.int().check(z.gte(0), z.lte(WHOLE_COMMIT)),
  /** Tombstones up to this commit are no matter to the holder: its reset began after they were forgotten. */
  h: z.int().check(z.gte(0)),
  /** The newest commit there was when it was given: a record changed up to then is looked for at its newer place. */
  t: z.int().check(z.gte(0)),
  /** Stream: an audience, or `mark`. */
  s: z.string().check(z.maxLength(100)),
});

/** A place in one stream, as the gateway sees it. */
export type Position = { readonly boot: string; readonly commit: number; readonly ordinal: number; readonly horizon: number; readonly seen: number; readonly stream: string };

/** Writes a position as the opaque, authenticated text of SPEC PULL-1. */
export function makeCursor(secret: Uint8Array | KeyObject, position: Position): string {
  const body = Buffer.from(JSON.stringify({ b: position.boot, c: position.commit, n: position.ordinal, h: position.horizon, t: position.seen, s: position.stream })).toString('base64url');
  return `${body}.${authenticate(secret, body).toString('base64url')}`;
}

/**
 * Reads a cursor back; undefined when one bit of it is not the gateway's own or it belongs to another stream
 * (PULL-5: such a cursor gets a reset, it is never an error).
 */
export function readCursor(secret: Uint8Array | KeyObject, cursor: string, stream: string): Position | undefined {
  const [body = '', code = '', ...rest] = cursor.split('.');
  const given = Buffer.from(code, 'base64url');
  const right = authenticate(secret, body);
  if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  // base64url has several spellings of the same bytes; only the one we wrote is ours.
  if (right.toString('base64url') !== code) return undefined;
  const parsed = positionSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data.s !== stream) return undefined;
  return { boot: parsed.data.b, commit: parsed.data.c, ordinal: parsed.data.n, horizon: parsed.data.h, seen: parsed.data.t, stream };
}

/** What a database knows of its own past: its boots in order of their first commit, and where it is now. */
export type History = {
  readonly boots: readonly { readonly boot: string; readonly firstCommit: number }[];
  readonly lastCommit: number;
  /** Tombstones up to this commit may be forgotten. */
  readonly horizon: number;
};

/**
 * Judges a position by the history of the database that is running now (SPEC PULL-5): true when its boot is known,
 * did get as far as it has seen, as far as this database knows, and no tombstone that it needs was forgotten. A database restored
 * from an older copy answers false by itself: it does not know the later boots, and knows the older ones shorter.
 * A reset under way needs none from before it began: what was removed then is not listed, and is swept at its end.
 */
export function isInHistory(position: Position, history: History): boolean {
  const index = history.boots.findIndex((each) => each.boot === position.boot);
  if (index < 0) return false;
  const next = history.boots[index + 1];
  const end = next === undefined ? history.lastCommit : next.firstCommit - 1;
  // Not its own commit alone: while pages of one listing were read, records behind them had moved to newer commits. In a
  // history that was put back to before that, they are behind the cursor again, and would never be seen.
  if (position.seen > end) return false;
  return position.horizon >= history.horizon || position.commit > history.horizon || (position.commit === history.horizon && position.ordinal === WHOLE_COMMIT);
}

function authenticate(secret: Uint8Array | KeyObject, body: string): Buffer {
  return createHmac('sha256', secret).update(`throughline/cursor/1|${body}`).digest();
}
