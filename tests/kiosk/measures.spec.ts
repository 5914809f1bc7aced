import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { measures } from '../../electron/main/lockdown/measures.ts';
import { spawnTablet } from './support/spawn-tablet.ts';
import { makePlace, startTablet, type TabletPlace } from './support/tablet.ts';

let place: TabletPlace;
test.beforeAll(async () => {
  place = await makePlace();
});
test.afterAll(() => place.remove());

test('every measure holds at boot, and the report says so', async () => {
  const tablet = await startTablet(place, { kiosk: true });
  const report = await tablet.page.evaluate<{ measures: { name: string; state: string }[] }>('window.shell.report()');
  expect(report.measures.map(({ name }) => name)).toEqual(measures.map(({ name }) => name));
  // Fuses are burnt when a tablet is packaged; the runtime of the tests has none.
  expect(report.measures.filter(({ state }) => state !== 'held')).toEqual([{ name: 'fuses', state: 'absent' }]);
  await tablet.kill();
});

test('all its processes are an ordinary user, and those with pages in them are filtered by the kernel', async () => {
  const tablet = await startTablet(place);
  const tree = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const processes = tree
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
    .map(([, pid, parent, args]) => ({ pid, parent, args: args ?? '' }));
  const family = new Set([String(tablet.app.process().pid)]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent ?? '')) family.add(pid ?? '');
  }
  const renderers = processes.filter(({ pid, args }) => family.has(pid ?? '') && args.includes('--type=renderer'));
  expect(renderers.length).toBeGreaterThan(0);
  for (const { pid } of renderers) expect(readFileSync(`/proc/${pid ?? ''}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);
  for (const pid of family) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).not.toMatch(/^Uid:\s*0\s/m);
  for (const { pid, args } of processes) if (family.has(pid ?? '')) expect(args).not.toContain('--no-sandbox');
  await tablet.close();
});

/** Their power lies elsewhere: in the head of start.ts, in page-headers.ts, in the preload, in the command line, in the packaging. */
const WITHOUT_APPLY = ['sandbox', 'content-security-policy', 'drag-and-drop', 'freed-memory', 'fuses'];

for (const { name } of measures.filter((measure) => !WITHOUT_APPLY.includes(measure.name))) {
  test(`the check of ${name} notices when that measure alone is missing, and the safe screen comes up`, async () => {
    const tablet = spawnTablet(place, { THROUGHLINE_KIOSK: '1', THROUGHLINE_WITHOUT_MEASURE: name }, `without-${name}`);
    await tablet.saw('measures-checked');
    expect(tablet.journal()).toContain(`measure-failed ${name}\n`);
    await tablet.kill();
  });
}

test('a measure that fails puts the safe screen in the place of the page, and the bridge no longer answers', async () => {
  const tablet = await startTablet(place, { env: { THROUGHLINE_WITHOUT_MEASURE: 'keyboard' } });
  await tablet.page.waitForURL('app://tablet/safe.html#measures');
  await expect(tablet.page.locator('#measures')).toBeVisible();
  await expect(tablet.page.getByText('Call Samaritans, free: 116 123.')).toBeVisible();
  expect(await tablet.page.evaluate('window.shell.report().catch((cause) => cause.message)')).toContain('not-ours');
  await tablet.close();
});
