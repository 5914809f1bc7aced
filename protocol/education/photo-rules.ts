import { fail, ok, type Result } from '../result.ts';
import { MAX_PHOTO_BYTES, MAX_PHOTO_SIDE } from './photo.ts';

/** `not-a-photo`: no whole JPEG. `has-more`: it carries more than a picture. `too-large`: its bytes or its sides. */
export type PhotoFault = { readonly code: 'not-a-photo' | 'has-more' | 'too-large' };

const END = 0xd9;
const SCAN = 0xda;
/** Segments a picture needs: its name (JFIF), its colours (ICC), tables and the restart interval. */
const NEEDED: ReadonlySet<number> = new Set([0xe0, 0xe2, 0xdb, 0xc4, 0xdd]);
/** The frame of a plain or a progressive JPEG; it says how large the picture is. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Judges a photograph by its bytes: a JPEG of allowed size that carries nothing but its picture. Where, when and with what
 * it was taken stands in segments of their own (EXIF, XMP, comments); a file that has one is refused, and so is anything
 * after the picture's end. Both sides apply it: what a tablet sends and what a gateway stores is the same.
 */
export function checkPhoto(bytes: Uint8Array): Result<{ readonly width: number; readonly height: number }, PhotoFault> {
  if (bytes.length > MAX_PHOTO_BYTES) return fail({ code: 'too-large' });
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return fail({ code: 'not-a-photo' });
  let size: { readonly width: number; readonly height: number } | undefined;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return fail({ code: 'not-a-photo' });
    const length = read16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return fail({ code: 'not-a-photo' });
    if (marker === SCAN) return size === undefined ? fail({ code: 'not-a-photo' }) : judgeScan(bytes, at + 2 + length, size);
    if (FRAMES.has(marker)) size = { height: read16(bytes, at + 5), width: read16(bytes, at + 7) };
    else if (!NEEDED.has(marker)) return fail({ code: 'has-more' });
    at += 2 + length;
  }
  return fail({ code: 'not-a-photo' });
}

/** The picture itself, to the end of the file: a second scan may follow, a segment of any other kind may not. */
function judgeScan(bytes: Uint8Array, from: number, size: { readonly width: number; readonly height: number }): ReturnType<typeof checkPhoto> {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1] ?? 0;
    // A byte of the picture that looks like a marker is followed by 0; restarts have no length.
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) continue;
    if (marker === END) return at + 2 === bytes.length ? judgeSize(size) : fail({ code: 'has-more' });
    if (marker !== SCAN && marker !== 0xc4) return fail({ code: 'has-more' });
    at += 1 + read16(bytes, at + 2);
  }
  return fail({ code: 'not-a-photo' });
}

function judgeSize(size: { readonly width: number; readonly height: number }): ReturnType<typeof checkPhoto> {
  const { width, height } = size;
  if (width < 1 || height < 1) return fail({ code: 'not-a-photo' });
  return Math.max(width, height) > MAX_PHOTO_SIDE ? fail({ code: 'too-large' }) : ok(size);
}

function read16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
