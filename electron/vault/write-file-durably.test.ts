import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileDurably } from './write-file-durably.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durable-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('writeFileDurably', () => {
  it('replaces a file, keeps the one before, and lets only the owner read both', async () => {
    const file = join(folder, 'a', 'record.json');
    await writeFileDurably(file, 'one');
    expect(await writeFileDurably(file, 'two')).toEqual({ ok: true, value: null });
    expect([readFileSync(file, 'utf8'), readFileSync(`${file}.previous`, 'utf8')]).toEqual(['two', 'one']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
  });

  it('gives back its reserve on a full disk, so that people can still sign in, and then says that the disk is full', () => {
    const said = JSON.parse(onSmallDisk(FILL_AND_WRITE)) as {
      first: boolean;
      later: string;
      kept: string;
      size: number;
    };
    expect(said.first).toBe(true);
    expect(said.later).toBe('storage-full');
    // Whole and from before the disk ran out, never a torn one.
    expect(said.kept).toBe('x'.repeat(said.size));
    expect(said.size).toBeGreaterThan(0);
  });
});

/** Fills the disk to the last byte, then writes ever larger records until one is refused. */
const FILL_AND_WRITE = `
const { appendFileSync, readFileSync } = await import('node:fs');
const { writeFileDurably } = await import(process.argv[1]);
const file = process.argv[2] + '/vault/record.json';
await writeFileDurably(file, 'start');
try { for (;;) appendFileSync(process.argv[2] + '/filler', Buffer.alloc(4096, 1)); } catch {}
const first = (await writeFileDurably(file, 'x'.repeat(500))).ok;
let size = 500, later = '';
while (later === '') {
  const tried = await writeFileDurably(file, 'x'.repeat(size + 4096));
  if (tried.ok) size += 4096; else later = tried.error.code;
}
const previous = [file, file + '.previous'].map((name) => { try { return readFileSync(name, 'utf8') } catch { return '' } });
console.log(JSON.stringify({ first, later, size, kept: previous[0] }));
`;

/** Runs a script with a disk of 512 KiB of its own: a file system in memory that ends with the process. */
function onSmallDisk(script: string): string {
  const mount = 'mount -t tmpfs -o size=512k none "$1" && exec "$0" --input-type=module -e "$2" "$3" "$1"';
  const module = new URL('./write-file-durably.ts', import.meta.url).href;
  return execFileSync(
    'unshare',
    ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, process.execPath, folder, script, module],
    {
      encoding: 'utf8',
    },
  );
}
