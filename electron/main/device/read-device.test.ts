import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDevice } from './read-device.ts';

let supplies: string;
beforeEach(() => {
  supplies = mkdtempSync(join(tmpdir(), 'supplies-'));
});
afterEach(() => {
  rmSync(supplies, { recursive: true });
});

function supply(name: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(supplies, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(supplies, name, file), text);
}

describe('readDevice', () => {
  it('reads the battery, past a mains adapter that has none', async () => {
    supply('AC', { type: 'Mains\n', online: '1\n' });
    supply('BAT0', { capacity: '57\n', status: 'Charging\n' });
    expect(await readDevice(tmpdir(), supplies)).toMatchObject({ battery: 57, charging: true });
  });

  it('says nothing of a battery that is not there, or that says nonsense', async () => {
    supply('BAT0', { capacity: '900\n', status: 'Full\n' });
    const device = await readDevice(tmpdir(), supplies);
    expect('battery' in device).toBe(false);
    expect('battery' in (await readDevice(tmpdir(), '/nowhere'))).toBe(false);
  });

  it('reads how much room is left, and says nothing where it cannot', async () => {
    expect((await readDevice(tmpdir(), supplies)).freeBytes).toBeGreaterThan(0);
    expect('freeBytes' in (await readDevice('/nowhere', supplies))).toBe(false);
  });
});
