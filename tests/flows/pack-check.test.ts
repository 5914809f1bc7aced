import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTENT_SHIM } from '../../content-packs/importers/add-content-shim.ts';
import { inProject } from '../../scripts/lib/paths.mts';

// A teacher's check, told by what it says of five pages: `throughline pack check` with the real player in Debian's Chromium.

const home = mkdtempSync(join(tmpdir(), 'pack-check-'));
type Found = { readonly severity: string; readonly code: string; readonly file: string; readonly message: string };
let found: readonly Found[] = [];

const PAGES = {
  good: '<h1>Paint</h1><p>Two coats.</p>',
  loops: '<h1>For ever</h1><script>for (;;) {}</script>',
  // Nearly two seconds after the player has taken it out of its waiting room: by then it has said that it shows something.
  later: '<h1>For ever, later</h1><script>const wait = () => { if (frameElement.className.includes("waiting")) setTimeout(wait, 20); else setTimeout(() => { for (;;); }, 1800); }; addEventListener("load", wait);</script>',
  calls: '<h1>Calls</h1><script>fetch("https://tracker.example/hit").catch(() => 0)</script>',
  gone: '<h1>Gone</h1><img src="lost.png" alt="A lost picture">',
};

beforeAll(async () => {
  const items = Object.keys(PAGES).map(
    (name) =>
      `  - { id: ${name}, kind: web, entry: content/${name}/index.html, folder: content/${name}, title: { en: "Page ${name}" }, minutes: 1, completion: { rule: viewed } }`,
  );
  write('pack.yaml', [...HEAD, 'items:', ...items, ''].join('\n'));
  for (const [name, body] of Object.entries(PAGES))
    write(
      `content/${name}/index.html`,
      `<!doctype html><html lang="en"><head>${CONTENT_SHIM}<title>${name}</title></head><body>${body}</body></html>`,
    );
  found = (JSON.parse(await check()) as { problems: readonly Found[] }).problems;
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

test('a page that works is opened and nothing is said of it', () => {
  expect(of('good')).toEqual([]);
});

test('a page that loops for ever must be put right, and does not hold up the others', () => {
  expect(of('loops').map(({ severity, code }) => [severity, code])).toContainEqual([
    'blocker',
    expect.stringMatching(/^item-(stopped|not-opened)$/),
  ]);
});

test('a page that shows something and loops for ever afterwards must be put right too, and is said to stop answering', () => {
  expect(of('later').map(({ severity, code, message }) => [severity, code, message])).toContainEqual(['blocker', 'item-stopped', expect.stringContaining('stops answering')]);
});

test('a page that calls the internet is told with the host it calls', () => {
  expect(
    of('calls')
      .filter(({ code }) => code === 'calls-network')
      .map(({ message }) => message)
      .join(' '),
  ).toContain('tracker.example');
});

test('a picture that is not there is told with its name', () => {
  expect(
    of('gone')
      .filter(({ code }) => code === 'reference-broken')
      .map(({ message }) => message)
      .join(' '),
  ).toContain('lost.png');
});

const HEAD = [
  'id: five-pages',
  'version: 1',
  'languages: [en]',
  'title: { en: Five pages }',
  'summary: { en: Pages good and bad. }',
  'subject: decorating',
  'level: [any]',
  'licence: CC0-1.0',
  'attribution: [The project]',
];

function of(name: string): readonly Found[] {
  return found.filter(({ file }) => file.startsWith(`content/${name}/`));
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(home, name)), { recursive: true });
  writeFileSync(join(home, name), text);
}

/** Fails, because one page blocks; its report is on the output all the same. */
function check(): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [inProject('scripts/throughline.mts'), 'pack', 'check', home, '--json'],
      (_error, output) => resolve(output),
    );
  });
}
