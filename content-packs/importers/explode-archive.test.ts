import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRawZip, makeZip, patchLast } from '../../tests/support/make-zip.ts';
import { ARCHIVE_LIMITS, explodeArchive } from './explode-archive.ts';

let root = '';
let made = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'explode-'));
});
afterAll(() => rm(root, { recursive: true }));

/** Where the directory entry of a ZIP says its flags, method and sizes, from its signature on. */
const DIRECTORY = 'PK\x01\x02';
const FLAGS = 8;
const METHOD = 10;
const SIZE = 24;
const ATTRIBUTES = 38;

async function explode(zip: Uint8Array) {
  made += 1;
  const folder = path.join(root, String(made));
  await mkdir(path.join(folder, 'inside'), { recursive: true });
  await writeFile(path.join(folder, 'a.zip'), zip);
  const exploded = await explodeArchive(path.join(folder, 'a.zip'), path.join(folder, 'inside'));
  // Whatever an archive says, nothing appears outside the folder it is unpacked into.
  expect((await readdir(folder)).sort()).toEqual(['a.zip', 'inside']);
  return exploded;
}

async function refusalOf(zip: Uint8Array) {
  const exploded = await explode(zip);
  if (exploded.ok) throw new Error('It was not refused');
  expect(exploded.error.sentence).toMatch(/^[^\n]{20,300}[.]$/);
  return exploded.error.code;
}

async function namesOf(zip: Uint8Array) {
  const exploded = await explode(zip);
  return exploded.ok ? [...exploded.value.files.keys()] : exploded.error;
}

const u16 = (value: number) => Buffer.from([value & 0xff, value >> 8]);
const u32 = (value: number) => Buffer.from([value, value >>> 8, value >>> 16, value >>> 24].map((one) => one & 0xff));

describe('explodeArchive', () => {
  it('unpacks every file whole, under a number, and knows it by its name', async () => {
    const large = randomBytes(6 * 1024 * 1024);
    const exploded = await explode(await makeZip({ 'a/one.txt': 'one', 'b.bin': large, 'a/empty.txt': '' }));
    if (!exploded.ok) throw new Error(exploded.error.sentence);
    const { files } = exploded.value;
    expect([...files.keys()]).toEqual(['a/one.txt', 'b.bin', 'a/empty.txt']);
    const file = files.get('b.bin');
    expect(path.basename(file?.path ?? '')).toBe('1');
    expect((await readFile(file?.path ?? '')).equals(large)).toBe(true);
    expect(await readFile(files.get('a/one.txt')?.path ?? '', 'utf8')).toBe('one');
  });

  it.each([
    ['climbs', '../outside.txt'],
    ['climbs in the middle', 'a/../../outside.txt'],
    ['climbs with backslashes', '..\\outside.txt'],
    ['begins at the root', '/etc/outside.txt'],
    ['names a disk', 'C:/outside.txt'],
    ['has a control sign', 'a\x01b.txt'],
    ['has a sign of addresses', 'what?.html'],
    ['has an empty part', 'a//b.txt'],
    ['ends in a dot', 'a./b.txt'],
    ['is too long', `${'a'.repeat(250)}.txt`],
  ])('PACK-11 refuses the whole archive for a name that %s', async (_, name) => {
    expect(
      await refusalOf(
        await makeRawZip([
          ['good.txt', 'x'],
          [name, 'x'],
        ]),
      ),
    ).toBe('archive-unsafe');
  });

  it('PACK-11 refuses names that are there twice, be it in capital letters alone, or as file and folder', async () => {
    expect(
      await refusalOf(
        await makeRawZip([
          ['a.txt', '1'],
          ['a.txt', '2'],
        ]),
      ),
    ).toBe('archive-unsafe');
    expect(
      await refusalOf(
        await makeRawZip([
          ['a.txt', '1'],
          ['A.TXT', '2'],
        ]),
      ),
    ).toBe('archive-unsafe');
    expect(
      await refusalOf(
        await makeRawZip([
          ['a', '1'],
          ['a/b', '2'],
        ]),
      ),
    ).toBe('archive-unsafe');
    expect(
      await refusalOf(
        await makeRawZip([
          ['a/b', '1'],
          ['a', '2'],
        ]),
      ),
    ).toBe('archive-unsafe');
  });

  it('reads names as UTF-8 where they are, as code page 437 otherwise, and composes them', async () => {
    const utf8 = Buffer.from('dŵr.txt').toString('latin1');
    const apart = Buffer.from('cafe\u0301.txt').toString('latin1');
    expect(
      await namesOf(
        await makeRawZip([
          [utf8, 'x'],
          [apart, 'x'],
          ['\x81ber.txt', 'x'],
        ]),
      ),
    ).toEqual(['dŵr.txt', 'café.txt', 'über.txt']);
  });

  it('passes over what machines leave behind, and counts it', async () => {
    const exploded = await explode(
      await makeRawZip([
        ['__MACOSX/._a.txt', 'x'],
        ['.DS_Store', 'x'],
        ['a.txt', 'x'],
      ]),
    );
    expect(exploded.ok && [[...exploded.value.files.keys()], exploded.value.litter]).toEqual([['a.txt'], 2]);
  });

  it('refuses links, locked entries and ways of packing nobody knows', async () => {
    const zip = await makeRawZip([['a.txt', 'x']]);
    expect(await refusalOf(patchLast(zip, DIRECTORY, ATTRIBUTES, u32(0o120777 * 0x10000)))).toBe('archive-unsafe');
    expect(await refusalOf(patchLast(zip, DIRECTORY, FLAGS, u16(1)))).toBe('archive-broken');
    expect(await refusalOf(patchLast(zip, DIRECTORY, METHOD, u16(12)))).toBe('archive-broken');
  });

  it('refuses a bomb before a byte of it is unpacked', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const zip = await makeRawZip([['a.bin', bomb]]);
    const packed = patchLast(patchLast(zip, DIRECTORY, METHOD, u16(8)), DIRECTORY, SIZE, u32(64 * 1024 * 1024));
    expect(await refusalOf(packed)).toBe('archive-unsafe');
    expect(await refusalOf(patchLast(packed, DIRECTORY, SIZE, u32(ARCHIVE_LIMITS.fileBytes + 1)))).toBe(
      'archive-too-large',
    );
  });

  it('refuses more bytes than the archive promised, fewer, and other ones', async () => {
    const packed = await makeZip({ 'a.txt': 'hello hello hello' });
    expect(await refusalOf(patchLast(packed, DIRECTORY, SIZE, u32(5)))).toBe('archive-broken');
    expect(await refusalOf(patchLast(packed, DIRECTORY, SIZE, u32(500)))).toBe('archive-broken');
    const zip = await makeRawZip([['a.txt', 'hello']]);
    const changed = Buffer.from(zip);
    changed.set(Buffer.from('HELLO'), zip.indexOf('hello'));
    expect(await refusalOf(changed)).toBe('archive-broken');
  });

  it('refuses more entries than a pack may have', async () => {
    const zip = await makeRawZip(Array.from({ length: ARCHIVE_LIMITS.entries + 1 }, (_, at) => [`${at}.txt`, '']));
    expect(await refusalOf(zip)).toBe('archive-too-large');
  });

  it('does not look into an archive inside it', async () => {
    expect(await namesOf(await makeZip({ 'inner.zip': await makeZip({ 'a.txt': 'x' }) }))).toEqual(['inner.zip']);
  });

  it('never throws and never writes outside, whatever the bytes', async () => {
    const good = await makeZip({ 'a/one.txt': 'one one one one', 'two.html': '<p>two' });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((edits) => {
            const bytes = Buffer.from(good);
            for (const [at, value] of edits) bytes[at] = value;
            return bytes;
          }),
        ),
        async (bytes) => {
          await explode(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never throws and never writes outside, whatever the names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.string({ unit: 'binary-ascii', maxLength: 12 }),
              fc.constantFrom('..', 'a/..', '/a', 'a\\..\\b'),
            ),
            fc.string(),
          ),
          {
            maxLength: 5,
          },
        ),
        async (entries) => {
          await explode(await makeRawZip(entries));
        },
      ),
      { numRuns: 100 },
    );
  });
});
