import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.mts';

let root: string;

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'data-folder-')), 'prison');
});

describe('the data folder of a demo prison', () => {
  it('keeps its secret and what lies in it from one start to the next', () => {
    const first = openDataFolder(root, false);
    writeFileSync(join(first.gateway, 'kept'), 'yes');
    const second = openDataFolder(root, false);
    expect(second.familyLinkToken).toBe(first.familyLinkToken);
    expect(first.familyLinkToken.length).toBeGreaterThanOrEqual(43);
    expect(readFileSync(join(second.gateway, 'kept'), 'utf8')).toBe('yes');
  });

  it('forgets everything when a fresh one is asked for', () => {
    const first = openDataFolder(root, false);
    writeFileSync(join(first.gateway, 'kept'), 'yes');
    const second = openDataFolder(root, true);
    expect(existsSync(join(second.gateway, 'kept'))).toBe(false);
    expect(second.familyLinkToken).not.toBe(first.familyLinkToken);
  });

  it('takes away what the last run said about itself', () => {
    writeFileSync(openDataFolder(root, false).demoFile, '{}');
    expect(existsSync(openDataFolder(root, false).demoFile)).toBe(false);
  });

  it('never empties a folder that is not a demo prison', () => {
    const holiday = mkdtempSync(join(tmpdir(), 'holiday-'));
    writeFileSync(join(holiday, 'photo'), 'sea');
    expect(() => openDataFolder(holiday, true)).toThrow('something else than a demo prison');
    expect(existsSync(join(holiday, 'photo'))).toBe(true);
  });
});
