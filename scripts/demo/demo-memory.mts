import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code that was shown once by the gateway and is shown again by the demo. */
export type KeptCode = { readonly code: string; readonly expiresAt: number };

/** What the demo must remember from one start to the next, because the gateway keeps only hashes. */
export type DemoMemory = { readonly password: string; readonly codes: Readonly<Record<string, KeptCode>> };

const WORDS = [
  'amber',
  'barley',
  'cedar',
  'copper',
  'ember',
  'fern',
  'harbour',
  'heather',
  'juniper',
  'lantern',
  'meadow',
  'orchard',
  'pebble',
  'quarry',
  'river',
  'saffron',
  'thistle',
  'willow',
] as const;

/** Reads the memory, or begins one with a password of its own: no demo prison opens with another's. */
export function openDemoMemory(dataDir: string): DemoMemory {
  const file = join(dataDir, 'seed.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoMemory;
  const words = Array.from({ length: 3 }, () => WORDS[randomInt(WORDS.length)] ?? 'river');
  const memory = { password: `${words.join('-')}-${String(randomInt(1000, 10_000))}`, codes: {} };
  saveDemoMemory(dataDir, memory);
  return memory;
}

/** Writes the memory whole or not at all. */
export function saveDemoMemory(dataDir: string, memory: DemoMemory): void {
  const file = join(dataDir, 'seed.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
