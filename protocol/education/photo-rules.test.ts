import { describe, expect, it } from 'vitest';
import { jpegOf } from '../../tests/support/jpeg-of.ts';
import { encodeBase64Url } from '../base64.ts';
import { handInSchema } from './assignment.ts';
import { MAX_PHOTO_BYTES, sendPhotoSchema } from './photo.ts';
import { checkPhoto } from './photo-rules.ts';
import { checkWork } from './work-rules.ts';

const faultOf = (bytes: Uint8Array) => {
  const checked = checkPhoto(bytes);
  return checked.ok ? undefined : checked.error.code;
};
/** A segment of this kind, with words in it. */
const segment = (marker: number, words = 'Exif') => [0xff, marker, 0, words.length + 2, ...new TextEncoder().encode(words)];

describe('a photograph of work on paper', () => {
  it('is a whole JPEG, and its size stands in it', () => {
    expect(checkPhoto(jpegOf({ width: 1600, height: 1200 }))).toEqual({ ok: true, value: { width: 1600, height: 1200 } });
    const whole = jpegOf();
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), whole.subarray(0, 40), whole.subarray(0, -2), jpegOf({ width: 0 })])
      expect(faultOf(bytes)).toBe('not-a-photo');
  });

  it('carries nothing but its picture: not where or when, no words, nothing behind its end', () => {
    expect(faultOf(jpegOf({ more: segment(0xe1) }))).toBe('has-more');
    expect(faultOf(jpegOf({ more: segment(0xfe, 'Cell 12') }))).toBe('has-more');
    expect(faultOf(jpegOf({ after: [...new TextEncoder().encode('<script>')] }))).toBe('has-more');
    expect(faultOf(jpegOf({ more: segment(0xe2, 'ICC_PROFILE') }))).toBeUndefined();
  });

  it('is at most 1600 pixels on its longest side, and at most 200,000 bytes', () => {
    expect(faultOf(jpegOf({ width: 1601 }))).toBe('too-large');
    expect(faultOf(jpegOf({ height: 1601 }))).toBe('too-large');
    expect(faultOf(jpegOf({ fill: MAX_PHOTO_BYTES }))).toBe('too-large');
  });

  it('of the largest size still fits one sealed operation', () => {
    const id = crypto.randomUUID();
    const photo = { photoId: id, workId: id, jpeg: encodeBase64Url(new Uint8Array(MAX_PHOTO_BYTES)) };
    expect(sendPhotoSchema.safeParse(photo).success).toBe(true);
    expect(((JSON.stringify({ kind: 'education.photo', composedAt: 1_790_000_000_000, payload: photo }).length + 28) * 4) / 3).toBeLessThan(400_000);
    expect(sendPhotoSchema.safeParse({ ...photo, jpeg: encodeBase64Url(new Uint8Array(MAX_PHOTO_BYTES + 3)) }).success).toBe(false);
  });
});

describe('work with photographs', () => {
  const photo = () => ({ photoId: crypto.randomUUID(), sha256: 'a'.repeat(64) });
  const work = (text: string, photos?: readonly object[]) => ({
    ...{ workId: crypto.randomUUID(), packId: 'sums', packVersion: 1, activityId: 'sums.task', language: 'en', writtenAt: 1 },
    parts: [{ partId: 'one', ask: 'Show your sums.', text }],
    ...(photos === undefined ? {} : { photos }),
  });

  it('needs no words, and work without any does', () => {
    expect([handInSchema.safeParse(work(' ', [photo()])).success, handInSchema.safeParse(work(' ')).success]).toEqual([true, false]);
    expect([checkWork([{ partId: 'one', ask: '', text: '' }], 1).ok, checkWork([{ partId: 'one', ask: '', text: '' }]).ok]).toEqual([true, false]);
  });

  it('names each photograph once, and six at most', () => {
    const one = photo();
    expect(handInSchema.safeParse(work('x', [one, one])).success).toBe(false);
    expect(handInSchema.safeParse(work('x', Array.from({ length: 6 }, photo))).success).toBe(true);
    expect(handInSchema.safeParse(work('x', Array.from({ length: 7 }, photo))).success).toBe(false);
  });
});
