import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFuses } from './read-fuses.ts';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const folder = mkdtempSync(join(tmpdir(), 'fuses-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function executable(before: number, wire: Buffer): string {
  const file = join(folder, `${String(before)}-${String(wire.length)}`);
  writeFileSync(file, Buffer.concat([Buffer.alloc(before, 7), wire, Buffer.alloc(100)]));
  return file;
}

const WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 4]), Buffer.from('01r\x90', 'latin1')]);

describe('readFuses', () => {
  it.each([0, 5000, 8 * 1024 * 1024 - 16, 8 * 1024 * 1024 + 3])(
    'reads the wire %i bytes into the file',
    async (before) => {
      expect(await readFuses(executable(before, WIRE))).toEqual(['off', 'on', 'removed', 'inherit']);
    },
  );

  it('says so when there is no wire', async () => {
    expect(await readFuses(executable(100, Buffer.alloc(0)))).toBeUndefined();
  });
});
