import { describe, expect, it } from 'vitest';
import { applyLockdown, type LockdownParts } from './lockdown.ts';
import type { Measure } from './measure.ts';
import { measures } from './measures.ts';

const parts = { kiosk: true, packaged: false, stop: () => undefined } as unknown as LockdownParts;
const window = { webContents: {} } as Electron.BrowserWindow;

function measure(more: Partial<Measure>): Measure {
  return { name: 'one', why: 'a test', apply: () => undefined, check: () => 'held', ...more };
}

describe('applyLockdown', () => {
  it('locks every later page with every measure, in the order of the list', () => {
    const seen: string[] = [];
    const list = ['first', 'second'].map((name) =>
      measure({ name, apply: ({ eachPage }) => eachPage((_page, place) => void seen.push(`${name} ${place}`)) }),
    );
    const lockdown = applyLockdown(parts, list);
    lockdown.lockPage({} as Electron.WebContents, 'pack');
    expect(seen).toEqual(['first pack', 'second pack']);
  });

  it('reports a check that throws as failed, and goes on', async () => {
    const list = [
      measure({
        name: 'broken',
        check: () => {
          throw new Error('no');
        },
      }),
      measure({ name: 'well' }),
    ];
    expect(await applyLockdown(parts, list).check(window)).toEqual([
      { name: 'broken', state: 'failed' },
      { name: 'well', state: 'held' },
    ]);
  });
});

describe('measures', () => {
  it('have a name of their own that fits the health report, and a reason', () => {
    expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
    for (const { name, why } of measures) {
      expect(name).toMatch(/^[a-z-]{3,60}$/);
      expect(why.length).toBeGreaterThan(30);
    }
  });
});
