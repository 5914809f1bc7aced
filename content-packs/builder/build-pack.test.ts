import { cpSync, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { addSignature } from './add-signature.ts';
import { buildPack } from './build-pack.ts';
import { explodePack } from './explode-pack.ts';
import { loadPack, type Trust } from './load-pack.ts';
import { readSigningKey, type SigningKey } from './sign-pack.ts';
import { createSigningKey } from './signing-key.ts';

const SOURCES = path.resolve(import.meta.dirname, '../sources');
const SOURCE = path.join(SOURCES, 'getting-through-cravings');

let root: string;
let education: SigningKey;
let security: SigningKey;
let stranger: SigningKey;
/** A good signed pack as a file and as a folder, made once and copied by each test that spoils one. */
let goodFile: string;
let goodFolder: string;
let here: string;
let count = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'packs-'));
  education = await makeKey('education-1', 'education');
  security = await makeKey('security-1', 'security');
  stranger = await makeKey('stranger', 'education');
  goodFile = path.join(root, 'good.pack');
  goodFolder = path.join(root, 'good');
  await buildPack({ source: SOURCE, out: goodFile, keys: [education] });
  await buildPack({ source: SOURCE, out: goodFolder, keys: [education] });
}, 60_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

beforeEach(async () => {
  count += 1;
  here = path.join(root, `test-${String(count)}`);
  await mkdir(here);
});

const trust = (...keys: readonly SigningKey[]): Trust => ({
  keys: keys.map((key) => key.trusted),
  threshold: 1,
  requiredRoles: [],
});

describe('buildPack', () => {
  it('PACK-4 gives the same bytes twice, in a folder and in one file', async () => {
    const [one, two] = [path.join(here, 'one'), path.join(here, 'two')];
    await buildPack({ source: SOURCE, out: one, keys: [education] });
    await buildPack({ source: SOURCE, out: two, keys: [education] });
    expect(await contentOf(one)).toEqual(await contentOf(two));
    await buildPack({ source: SOURCE, out: path.join(here, 'again.pack'), keys: [education] });
    expect((await readFile(path.join(here, 'again.pack'))).equals(await readFile(goodFile))).toBe(true);
  });

  it.each(['using-this-tablet', 'fractions-you-can-use', 'getting-through-cravings'])(
    'builds %s with no remarks, in English and Welsh',
    async (name) => {
      const built = await buildPack({ source: path.join(SOURCES, name), out: path.join(here, 'out') });
      expect(built).toMatchObject({ ok: true, value: { warnings: [] } });
      expect(built.ok && built.value.pack.manifest.languages).toEqual(['en', 'cy']);
      expect(built.ok && built.value.pack.manifest.totals.bytes).toBeLessThan(2_000_000);
    },
  );

  it('PACK-8 keeps activity ids over versions, and PACK-10 moves only what changed', async () => {
    const source = path.join(here, 'source');
    cpSync(SOURCE, source, { recursive: true });
    const before = await buildPack({ source, out: path.join(here, 'out') });
    const lesson = path.join(source, 'en/03-what-sets-it-off.md');
    await writeFile(lesson, (await readFile(lesson, 'utf8')).replace('seldom', 'rarely'));
    const after = await buildPack({ source, out: path.join(here, 'out'), version: 2 });
    if (!before.ok || !after.ok) throw new Error('did not build');
    const ids = (pack: typeof before.value.pack) => pack.manifest.items.map((item) => item.activityId);
    expect(ids(after.value.pack)).toEqual(ids(before.value.pack));
    const lists = new Set(before.value.pack.manifest.fileLists.map((list) => list.sha256));
    const moved = after.value.pack.manifest.fileLists.filter((list) => !lists.has(list.sha256));
    // The lesson's list, and the shared one, where the search index of its language stands.
    expect(moved.map((list) => list.activityId)).toEqual([undefined, 'getting-through-cravings.what-sets-it-off']);
  });

  it('PACK-5 does not write another content over a version that is there', async () => {
    const out = path.join(here, 'out');
    await buildPack({ source: SOURCE, out });
    const before = await contentOf(out);
    const source = path.join(here, 'source');
    cpSync(SOURCE, source, { recursive: true });
    await writeFile(path.join(source, 'en/01-what-a-craving-is.md'), '# New\n\nText.\n');
    await writeFile(path.join(source, 'cy/01-what-a-craving-is.md'), '# Newydd\n\nTestun.\n');
    expect(await buildPack({ source, out })).toMatchObject({ ok: false, error: { code: 'version-taken' } });
    expect(await contentOf(out)).toEqual(before);
  });

  it('leaves nothing behind when the source has blockers', async () => {
    const source = path.join(here, 'source');
    cpSync(SOURCE, source, { recursive: true });
    await writeFile(path.join(source, 'en/01-what-a-craving-is.md'), 'no title');
    const built = await buildPack({ source, out: path.join(here, 'a/b/out') });
    expect(built).toMatchObject({ ok: false, error: { code: 'source-has-blockers' } });
    expect(existsSync(path.join(here, 'a'))).toBe(false);
  });

  it('puts several packs into one folder', async () => {
    const out = path.join(here, 'out');
    await buildPack({ source: SOURCE, out });
    await buildPack({ source: path.join(SOURCES, 'using-this-tablet'), out });
    expect(await readdir(path.join(out, 'packs'))).toEqual(['getting-through-cravings', 'using-this-tablet']);
    expect(await loadPack(out, {})).toMatchObject({ error: { code: 'several-packs' } });
    expect((await loadPack(out, { which: { packId: 'using-this-tablet', version: 1 } })).ok).toBe(true);
  });
});

describe('signing', () => {
  it('PACK-6 adds a second signature to a folder and to a file, and keeps the first', async () => {
    const both = {
      keys: [education.trusted, security.trusted],
      threshold: 2,
      requiredRoles: ['security', 'education'] as const,
    };
    for (const pack of [copyOf(goodFile), copyOf(goodFolder)]) {
      expect(await loadPack(pack, { trust: both })).toMatchObject({ error: { code: 'signature-missing' } });
      expect((await addSignature(pack, security)).ok).toBe(true);
      expect((await addSignature(pack, security)).ok).toBe(true);
      const loaded = await loadPack(pack, { trust: both });
      expect(loaded.ok && loaded.value.signedBy.map(({ keyId }) => keyId)).toEqual(['education-1', 'security-1']);
    }
  });

  it('refuses a key whose public file belongs to another key', async () => {
    const folder = path.join(here, 'keys');
    await mkdir(folder);
    const mine = createSigningKey('mine', 'education');
    await writeFile(path.join(folder, 'mine.pem'), mine.privatePem);
    await writeFile(path.join(folder, 'mine.public.json'), JSON.stringify({ ...security.trusted, keyId: 'mine' }));
    expect(await readSigningKey(path.join(folder, 'mine.pem'))).toMatchObject({ error: { code: 'key-name-missing' } });
    await writeFile(path.join(folder, 'none.pem'), 'not a key');
    expect(await readSigningKey(path.join(folder, 'none.pem'))).toMatchObject({ error: { code: 'key-unreadable' } });
  });
});

describe('explodePack', () => {
  it('unpacks a good pack into the very folder the builder makes', async () => {
    const out = path.join(here, 'out');
    expect((await explodePack(goodFile, out, { trust: trust(education) })).ok).toBe(true);
    expect(await contentOf(out)).toEqual(await contentOf(goodFolder));
  });

  it('can be done twice, and adds a signature that came later', async () => {
    const out = path.join(here, 'out');
    const file = copyOf(goodFile);
    await explodePack(file, out, { trust: trust(education) });
    await addSignature(file, security);
    expect((await explodePack(file, out, { trust: trust(education) })).ok).toBe(true);
    expect((await loadPack(out, { trust: trust(security) })).ok).toBe(true);
  });

  it.each([
    ['PACK-6 signed by a stranger', 'key-not-trusted', () => trust(stranger)],
    [
      'PACK-6 signed by one where two are wanted',
      'signature-missing',
      () => ({ ...trust(education, security), threshold: 2 }),
    ],
  ])('refuses a pack %s and leaves nothing behind', async (_, code, whom) => {
    await expectRefused(goodFile, code, whom());
  });

  it('PACK-14 refuses any changed byte of a file, list, manifest or signature in a folder', async () => {
    const names = (await contentOf(goodFolder)).map(([name]) => name);
    const outcomes = new Set<string>();
    for (const name of names) {
      const folder = copyOf(goodFolder);
      const file = path.join(folder, name);
      const bytes = await readFile(file);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await chmod(file, 0o644);
      await writeFile(file, bytes);
      const result = await explodePack(folder, path.join(here, 'out'), { trust: trust(education) });
      outcomes.add(result.ok ? `believed ${name}` : result.error.code);
      await rm(folder, { recursive: true });
    }
    expect([...outcomes].filter((outcome) => outcome.startsWith('believed'))).toEqual([]);
    expect(existsSync(path.join(here, 'out'))).toBe(false);
  });

  it('refuses a pack with a file missing, swapped for a link, or under another name', async () => {
    const [blob] = (await contentOf(goodFolder)).map(([name]) => name).filter((name) => name.startsWith('blobs/'));
    const missing = copyOf(goodFolder);
    await rm(path.join(missing, blob!));
    await expectRefused(missing, 'file-missing');
    const linked = copyOf(goodFolder);
    await rm(path.join(linked, blob!));
    await symlink(path.join(goodFolder, blob!), path.join(linked, blob!));
    await expectRefused(linked, 'file-missing');
    const renamed = copyOf(goodFolder);
    cpSync(
      path.join(renamed, 'packs/getting-through-cravings/1'),
      path.join(renamed, 'packs/getting-through-cravings/2'),
      { recursive: true },
    );
    await rm(path.join(renamed, 'packs/getting-through-cravings/1'), { recursive: true });
    await expectRefused(renamed, 'not-the-one-asked-for');
  });

  it('refuses a file cut short at any length', async () => {
    const bytes = await readFile(goodFile);
    for (const part of [0, 0.1, 0.5, 0.9, 0.999]) {
      const file = path.join(here, 'cut.pack');
      await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * part)));
      await expectRefused(file, 'not-a-pack');
    }
  });
});

describe('PACK-19 a hostile archive', () => {
  const blob = `blobs/aa/aa${'0'.repeat(62)}`;
  const manifest = 'packs/tiny-pack/1/manifest.json';

  it.each([
    ['a name that is no pack’s', [{ name: 'notes.txt' }], 'name-not-allowed'],
    ['a page for the player’s own path', [{ name: '__host/index.html' }], 'name-not-allowed'],
    ['a blob in the wrong drawer', [{ name: `blobs/ab/aa${'0'.repeat(62)}` }], 'name-not-allowed'],
    ['a name with capitals', [{ name: 'packs/Tiny-Pack/1/manifest.json' }], 'name-not-allowed'],
    ['a folder entry', [{ name: 'blobs/', folder: true }], 'name-not-allowed'],
    ['a compressed entry', [{ name: blob, compress: true }], 'not-stored'],
    ['a link', [{ name: blob, mode: 0o120777 }], 'not-a-plain-file'],
    ['a device', [{ name: blob, mode: 0o020666 }], 'not-a-plain-file'],
    ['nothing of a pack', [{ name: blob }], 'not-a-pack'],
    ['two manifests', [{ name: manifest }, { name: 'packs/other-pack/1/manifest.json' }], 'several-packs'],
  ] as const)('is refused: %s', async (_, entries, code) => {
    const file = path.join(here, 'hostile.pack');
    await writeFile(file, await zipOf(entries));
    await expectRefused(file, code);
  });

  it.each([
    ['../', 'climbs'],
    ['/', 'is absolute'],
    ['..\\', 'climbs the other way'],
  ])('is refused: a name that begins with %s and %s', async (head) => {
    const honest = `blobs/aa/aa${'0'.repeat(62)}`;
    const hostile = `${head}${'x'.repeat(honest.length - head.length)}`;
    const bytes = Buffer.from(
      (await zipOf([{ name: honest }])).toString('latin1').replaceAll(honest, hostile),
      'latin1',
    );
    const file = path.join(here, 'climb.pack');
    await writeFile(file, bytes);
    await expectRefused(file, 'cut-short', 'name-not-allowed');
    expect(existsSync(path.join(here, 'xx'))).toBe(false);
  });

  it('is refused: the same name twice', async () => {
    const other = `blobs/bb/bb${'0'.repeat(62)}`;
    const bytes = (await zipOf([{ name: blob }, { name: other }])).toString('latin1').replaceAll(other, blob);
    const file = path.join(here, 'twice.pack');
    await writeFile(file, Buffer.from(bytes, 'latin1'));
    await expectRefused(file, 'name-twice');
  });

  it('is refused: it promises more bytes than it has', async () => {
    const bytes = await zipOf([{ name: blob }]);
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(1_900_000_000, central + 20);
    bytes.writeUInt32LE(1_900_000_000, central + 24);
    const file = path.join(here, 'bomb.pack');
    await writeFile(file, bytes);
    await expectRefused(file, 'too-large');
  });

  it('is refused: more entries than a pack may have', async () => {
    const bytes = await zipOf([{ name: blob }]);
    const end = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    bytes.writeUInt16LE(30_000, end + 8);
    bytes.writeUInt16LE(30_000, end + 10);
    const file = path.join(here, 'many.pack');
    await writeFile(file, bytes);
    await expectRefused(file, 'too-many-files');
  });

  it('is refused: it is no archive, or not there', async () => {
    const file = path.join(here, 'text.pack');
    await writeFile(file, 'hello');
    await expectRefused(file, 'not-a-pack');
    await expectRefused(path.join(here, 'none.pack'), 'not-a-pack');
  });
});

async function makeKey(name: string, role: 'education' | 'security'): Promise<SigningKey> {
  const { privatePem, trusted } = createSigningKey(name, role);
  await writeFile(path.join(root, `${name}.pem`), privatePem);
  await writeFile(path.join(root, `${name}.public.json`), JSON.stringify(trusted));
  const key = await readSigningKey(path.join(root, `${name}.pem`));
  if (!key.ok) throw new Error('key not readable');
  return key.value;
}

function copyOf(good: string): string {
  const copy = path.join(here, `copy-${String(Math.random()).slice(2)}${path.extname(good)}`);
  cpSync(good, copy, { recursive: true });
  return copy;
}

/** Refused with one of the codes, and the folder it should have gone to was never made, nor anything else. */
async function expectRefused(file: string, code: string, ...others: readonly (string | Trust)[]): Promise<void> {
  const whom = others.find((one) => typeof one !== 'string') ?? trust(education);
  const codes = [code, ...others.filter((one) => typeof one === 'string')];
  const before = await readdir(here);
  const result = await explodePack(file, path.join(here, 'deep/out'), { trust: whom });
  expect(result.ok ? 'believed' : result.error.code).toBeOneOf(codes);
  expect(await readdir(here)).toEqual(before);
}

async function contentOf(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Promise.all(
    names.sort().map(async (name) => [name, (await readFile(path.join(folder, name))).toString('base64')] as const),
  );
}

type HostileEntry = {
  readonly name: string;
  readonly folder?: boolean;
  readonly compress?: boolean;
  readonly mode?: number;
};

async function zipOf(entries: readonly HostileEntry[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { name, folder, compress = false, mode = 0o100644 } of entries) {
    if (folder) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from('{}'.repeat(50)), name, { compress, mode });
  }
  zip.end();
  return buffer(zip.outputStream as never);
}
