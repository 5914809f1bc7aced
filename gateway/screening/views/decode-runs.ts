import type { Span } from './view.ts';

/** A part of a body that was written in a code, and what it says. */
export type DecodedRun = Span & { readonly text: string };

/** Most runs looked into in one body: a body made of them must not hold up anyone. */
const MOST_RUNS = 20;

/** Base64 of nine bytes and more, percent signs, character references and escapes, pairs of hexadecimal digits. */
const CODES: readonly { readonly pattern: RegExp; readonly decode: (run: string) => string | undefined }[] = [
  { pattern: /[A-Za-z0-9+/_-]{12,}={0,2}/gu, decode: (run) => fromBytes(base64Bytes(run)) },
  { pattern: /(?:[0-9A-Fa-f]{2}[ :]?){8,}/gu, decode: (run) => fromBytes(hexBytes(run.replaceAll(/[ :]/gu, ''))) },
  { pattern: /(?:%[0-9A-Fa-f]{2}){4,}/gu, decode: (run) => fromBytes(hexBytes(run.replaceAll('%', ''))) },
  { pattern: /(?:&#x[0-9A-Fa-f]{1,6};){3,}/giu, decode: (run) => fromCodes(run.match(/[0-9a-f]+(?=;)/giu) ?? [], 16) },
  { pattern: /(?:&#\d{1,7};){3,}/gu, decode: (run) => fromCodes(run.match(/\d+/gu) ?? [], 10) },
  { pattern: /(?:\\u[0-9A-Fa-f]{4}){3,}/gu, decode: (run) => fromCodes(run.match(/[0-9A-Fa-f]{4}/gu) ?? [], 16) },
];

/**
 * The parts of a body that make readable text when they are decoded, at most twenty, and where the first beyond them
 * stands (`unread`). Takes the body as it was written.
 */
export function decodeRuns(body: string): { readonly runs: readonly DecodedRun[]; readonly unread?: Span } {
  const runs: DecodedRun[] = [];
  for (const { pattern, decode } of CODES) {
    for (const match of body.matchAll(pattern)) {
      const text = decode(match[0]);
      if (text === undefined || !isReadable(text)) continue;
      const span = { from: match.index, to: match.index + match[0].length };
      if (runs.length >= MOST_RUNS) return { runs, unread: span };
      runs.push({ ...span, text });
    }
  }
  return { runs };
}

/** Nearly all letters, digits, spaces and ordinary punctuation: what decodes by accident is not. */
function isReadable(text: string): boolean {
  const readable = text.match(/[\p{L}\p{M}\p{N}\s.,!?'’-]/gu)?.length ?? 0;
  return text.length >= 6 && readable >= Array.from(text).length * 0.95;
}

function fromBytes(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fromCodes(codes: readonly string[], radix: number): string | undefined {
  const points = codes.map((code) => Number.parseInt(code, radix));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points.slice(0, 4000)) : undefined;
}

function hexBytes(digits: string): Uint8Array {
  return Uint8Array.from({ length: Math.floor(digits.length / 2) }, (_, at) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Both alphabets, with or without the equals signs at the end; undefined when a rest is left that no bytes make. */
function base64Bytes(run: string): Uint8Array | undefined {
  const letters = run.replaceAll('=', '').replaceAll('-', '+').replaceAll('_', '/');
  if (letters.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let next = 0;
  for (const letter of letters) {
    held = ((held << 6) | ALPHABET.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[next] = (held >> bits) & 0xff;
      next += 1;
    }
  }
  return bytes;
}
