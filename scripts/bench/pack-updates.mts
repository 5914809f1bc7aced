import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { FRAME_HEAD_BYTES } from '#protocol/packs/blob-frames.ts';
import { indexOlder } from '../../renderer/packs/index-older.ts';
import { type BenchRow, makeRow } from './bench-row.mts';
import { startBlobServer, type BlobServer } from './blob-server.mts';

/** Two published revisions each: real edits by real people, fetched when the bench runs (performance.md 2.7). */
const REVISIONS = [
  ['typescript@5.8.3', 'typescript@5.9.2'],
  ['date-fns@4.0.0', 'date-fns@4.1.0'],
  ['katex@0.16.10', 'katex@0.16.11'],
] as const;
/** Media that does not get smaller: so much stays, so much is new. */
const MEDIA = { files: 42, fresh: 4, bytes: 2 * 1024 * 1024 } as const;

type Tree = ReadonlyMap<string, Buffer>;

/** What an update costs on the line, by difference and per-file patch, against the whole new pack as one zstd archive. */
export async function benchPackUpdates(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-updates-'));
  const server = await startBlobServer();
  try {
    const [old, next] = [new Map<string, Buffer>(), new Map<string, Buffer>()];
    for (const [before, after] of REVISIONS) {
      readPackage(folder, before, old);
      readPackage(folder, after, next);
    }
    const text = await updateBytes(server, old, next);
    const whole = zstdCompressSync(Buffer.concat([...next.values()]), { params: { [constants.ZSTD_c_compressionLevel]: 9, [constants.ZSTD_c_windowLog]: 27 } }).length;
    const stays = Array.from({ length: MEDIA.files }, () => randomBytes(MEDIA.bytes));
    const fresh = Array.from({ length: MEDIA.fresh }, () => randomBytes(MEDIA.bytes));
    const mixed = text + (await updateBytes(server, treeOf(stays), treeOf([...fresh, ...stays.slice(MEDIA.fresh)])));
    return [
      makeRow('update of text by difference, bytes of files on the line / the whole new pack as zstd -9', text, whole, { atMost: 0.06 }),
      makeRow('update of text and media by difference, bytes of files on the line / bytes of the new media', mixed, MEDIA.fresh * MEDIA.bytes, { atMost: 1.06 }),
    ];
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file that is not there yet, as the gateway sends it to a tablet that has the old tree; each one is checked. */
async function updateBytes(server: BlobServer, old: Tree, next: Tree): Promise<number> {
  const here = new Set([...old.values()].map(hashOf));
  const findBase = indexOlder(entriesOf(old));
  let bytes = 0;
  for (const [path, content] of next) {
    if (here.has(hashOf(content))) continue;
    here.add(server.store(content));
    // As a tablet chooses: the file of the same path, or for one that was moved the file of its name nearest in size.
    const base = old.get(findBase({ path, bytes: content.length })?.path ?? '');
    const file = await server.packed.read(hashOf(content), base === undefined ? undefined : server.store(base));
    if (file === undefined) throw new Error(`${path} was not sent`);
    const got = file.encoding === 'raw' ? file.bytes : zstdDecompressSync(file.bytes, file.encoding === 'patch' && base ? { dictionary: base } : {});
    if (!got.equals(content)) throw new Error(`${path} came out wrong`);
    bytes += FRAME_HEAD_BYTES + file.bytes.length;
  }
  return bytes;
}

function entriesOf(tree: Tree): readonly { readonly path: string; readonly bytes: number }[] {
  return [...tree].map(([path, content]) => ({ path, bytes: content.length }));
}

function readPackage(folder: string, name: string, into: Map<string, Buffer>): void {
  const [tarball] = JSON.parse(execFileSync('npm', ['pack', name, '--json', '--pack-destination', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ readonly filename: string }];
  const home = mkdtempSync(join(folder, 'unpacked-'));
  execFileSync('tar', ['-xzf', join(folder, tarball.filename), '-C', home]);
  for (const entry of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
    const path = join(home, entry);
    if (statSync(path).isFile()) into.set(`${name.split('@')[0] ?? ''}/${relative(home, path)}`, readFileSync(path));
  }
}

function treeOf(files: readonly Buffer[]): Tree {
  return new Map(files.map((bytes, index) => [`media-${String(index)}`, bytes]));
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
