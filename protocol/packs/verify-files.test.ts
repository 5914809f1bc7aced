import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES, fileEntrySchema, type FileEntry } from './file-list.ts';
import type { Manifest } from './manifest.ts';
import { indexPack, parseLesson, parseQuiz, verifyChunk, verifyFile, verifyFileList } from './verify-files.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const utf8 = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const entryFor = (bytes: Uint8Array, change: object = {}) =>
  ({
    path: 'media/a.svg',
    sha256: sha256(bytes),
    bytes: bytes.length,
    type: 'image/svg+xml',
    role: 'image',
    ...change,
  }) as FileEntry;

describe('verifyFile', () => {
  it('PACK-14 refuses every single-bit flip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), async (bytes, at) => {
        const flipped = bytes.slice();
        const bit = at % (bytes.length * 8);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect((await verifyFile(entryFor(bytes), bytes, sha256)).ok).toBe(true);
        expect(await verifyFile(entryFor(bytes), flipped, sha256)).toMatchObject({ error: { code: 'hash-wrong' } });
      }),
    );
  });

  it('PACK-14 refuses a file that was cut short without hashing it', async () => {
    const bytes = new Uint8Array(100);
    const result = await verifyFile(entryFor(bytes), bytes.subarray(0, 99), () => {
      throw new Error('was hashed');
    });
    expect(result).toMatchObject({ error: { code: 'size-wrong' } });
  });
});

describe('chunks', () => {
  const bytes = Uint8Array.from({ length: 4 * CHUNK_BYTES + 5 }, (_, at) => at % 251);
  const hashes = [0, 1, 2, 3, 4].map((at) => sha256(bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)));
  const entry = entryFor(bytes, { chunks: { size: CHUNK_BYTES, sha256: hashes } });

  it('PACK-13 judges each chunk, the last and shorter one too', async () => {
    for (const at of [0, 4]) {
      const chunk = bytes.slice(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES);
      expect((await verifyChunk(entry, at, chunk, sha256)).ok).toBe(true);
      chunk[0] = (chunk[0] ?? 0) ^ 1;
      expect(await verifyChunk(entry, at, chunk, sha256)).toMatchObject({ error: { code: 'hash-wrong' } });
    }
    expect(await verifyChunk(entry, 5, new Uint8Array(0), sha256)).toMatchObject({ error: { code: 'size-wrong' } });
  });

  it('PACK-13 wants chunk hashes exactly on files above 4 MiB', () => {
    expect(fileEntrySchema.safeParse(entry).success).toBe(true);
    expect(fileEntrySchema.safeParse({ ...entry, chunks: undefined }).success).toBe(false);
    expect(
      fileEntrySchema.safeParse({ ...entry, chunks: { size: CHUNK_BYTES, sha256: hashes.slice(1) } }).success,
    ).toBe(false);
    expect(fileEntrySchema.safeParse({ ...entry, bytes: 10 }).success).toBe(false);
  });
});

describe('paths', () => {
  it.each([
    '../a.svg',
    '/a.svg',
    'a//b.svg',
    'a/../b.svg',
    '.a.svg',
    'a/.b.svg',
    '__host/a.svg',
    '__host',
    '__HOST/a.svg',
    '__runtime/h5p/a.js',
    '__lrs/statements',
    'a\\b.svg',
    'a.svg?x',
    'a:b.svg',
    'a\u0000.svg',
    'a\u202e.svg',
    '',
    // An e and a combining accent: not the composed form.
    'e\u0301.svg',
    'a/',
    'a ',
    'a./b.svg',
    'x'.repeat(241),
  ])('PACK-11 refuses %j', (path) => {
    expect(fileEntrySchema.safeParse({ ...entryFor(new Uint8Array(1)), path }).success).toBe(false);
  });

  it.each(['A.svg', 'a b.svg', 'é.svg', 'Lesson 1/Ŵyneb (2).html', 'كتاب/صفحة.xhtml', '%41.svg', "it's.mp4"])(
    'PACK-11 takes %j, as suppliers name their files',
    (path) => {
      expect(fileEntrySchema.safeParse({ ...entryFor(new Uint8Array(1)), path }).success).toBe(true);
    },
  );

  it('PACK-12 refuses a type that is not on the list', () => {
    expect(fileEntrySchema.safeParse({ ...entryFor(new Uint8Array(1)), type: 'application/x-msdownload' }).success).toBe(false);
  });
});

describe('verifyFileList and indexPack', () => {
  const lesson = entryFor(utf8({}), { path: 'en/one.json', type: 'application/json', role: 'lesson' });
  const picture = entryFor(new Uint8Array(7), { optional: true });
  const manifest = {
    languages: ['en'],
    items: [{ activityId: 'small-pack.one', kind: 'lesson', entry: { en: 'en/one.json' } }],
    totals: { files: 2, bytes: lesson.bytes + 7, optionalBytes: 7 },
  } as unknown as Manifest;
  const list = (...files: FileEntry[]) => ({ format: 'throughline-file-list/1' as const, files });

  it('PACK-11 refuses two paths that differ in case alone', () => {
    const other = entryFor(utf8({ other: true }), { path: 'EN/One.json', type: 'application/json', role: 'lesson' });
    expect(indexPack(manifest, [list(lesson, other)])).toMatchObject({ error: { code: 'contents-differ' } });
  });

  it('PACK-10 reads a list that is what the manifest names, and no other', async () => {
    const bytes = utf8(list(lesson, picture));
    const reference = { sha256: sha256(bytes), bytes: bytes.length, files: 2 } as never;
    expect((await verifyFileList(reference, bytes, sha256)).ok).toBe(true);
    expect(await verifyFileList({ ...(reference as object), files: 1 } as never, bytes, sha256)).toMatchObject({
      error: { code: 'not-a-file-list' },
    });
    expect(await verifyFileList(reference, utf8(list(lesson)), sha256)).toMatchObject({ ok: false });
  });

  it('PACK-15 indexes lists that agree with the manifest', () => {
    const index = indexPack(manifest, [list(lesson), list(picture)]);
    expect(index.ok && [...index.value.keys()]).toEqual(['en/one.json', 'media/a.svg']);
  });

  it.each([
    ['a path twice', [list(lesson, picture), list(picture)]],
    ['a missing entry', [list(picture)]],
    ['wrong totals', [list(lesson)]],
    ['an entry of another role', [list({ ...lesson, role: 'quiz' as const }, picture)]],
  ])('PACK-15 refuses %s', (_, lists) => {
    expect(indexPack(manifest, lists)).toMatchObject({ ok: false, error: { code: 'contents-differ' } });
  });
});

describe('parseLesson and parseQuiz', () => {
  const lesson = (block: unknown) =>
    utf8({
      format: 'throughline-lesson/1',
      activityId: 'small-pack.one',
      language: 'en',
      direction: 'ltr',
      title: 'One',
      pages: [{ blocks: [block] }],
    });

  it('PACK-20 reads typed blocks and refuses anything else', () => {
    expect(parseLesson(lesson({ kind: 'paragraph', text: [{ kind: 'text', text: 'Hello' }] })).ok).toBe(true);
    expect(parseLesson(lesson({ kind: 'html', html: '<b>Hello</b>' })).ok).toBe(false);
    expect(
      parseLesson(lesson({ kind: 'image', src: 'https://example.org/a.png', alt: 'A', width: 1, height: 1 })).ok,
    ).toBe(false);
    expect(parseLesson(lesson({ kind: 'image', src: 'a.png', alt: '', width: 1, height: 1 })).ok).toBe(false);
  });

  it('PACK-27 refuses a quiz with a kind of question it does not know', () => {
    const quiz = {
      format: 'throughline-quiz/1',
      activityId: 'small-pack.test',
      language: 'en',
      direction: 'ltr',
      title: 'T',
      intro: [],
      passMark: 0.7,
    };
    const known = { id: 'q1', kind: 'true-false', prompt: [[{ kind: 'text', text: 'Yes?' }]], marks: 1, answer: true };
    expect(parseQuiz(utf8({ ...quiz, questions: [known] })).ok).toBe(true);
    expect(parseQuiz(utf8({ ...quiz, questions: [known, { ...known, id: 'q2', kind: 'crossword' }] })).ok).toBe(false);
    expect(parseQuiz(utf8({ ...quiz, questions: [known, known] })).ok).toBe(false);
  });
});
