import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import houseRules from '../../scripts/lint/house-rules.mts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const LONG_FUNCTION = `export function long(): void {\n${'  act();\n'.repeat(45)}}\n`;
const LONG_FILE = 'act();\n'.repeat(260);

/** A rule, where the code would stand (each place once), and code that breaks it there. */
type Case = readonly [rule: string, path: string, code: string];

const BREAKS: readonly Case[] = [
  ['house/ipc-main', 'electron/main/kiosk-window.ts', "import { ipcMain } from 'electron'; ipcMain.handle('x', act);"],
  ['house/ipc-renderer', 'electron/main/bridge.ts', "import { contextBridge } from 'electron'; act(contextBridge);"],
  ['house/ipc-renderer', 'renderer/shell/x.ts', "import { ipcRenderer } from 'electron'; act(ipcRenderer);"],
  ['house/no-electron-dialogs', 'electron/main/shell.ts', "import { shell } from 'electron'; shell.openExternal('x');"],
  ['house/no-electron-dialogs', 'electron/main/dialog.ts', "import { dialog } from 'electron/main'; act(dialog);"],
  ['house/indexed-db', 'renderer/features/selfhelp/actions.ts', "indexedDB.open('x');"],
  ['house/indexed-db', 'renderer/features/selfhelp/queries.ts', "globalThis.indexedDB.open('x');"],
  ['house/indexed-db', 'renderer/sync/outbox.ts', "import { Dexie } from 'dexie'; act(new Dexie('x'));"],
  ['house/indexed-db', 'renderer/sync/inbox.ts', "import Dexie from 'dexie'; act(new Dexie('x'));"],
  ['house/page-network', 'renderer/features/education/actions.ts', "await fetch('/x');"],
  ['house/page-network', 'renderer/sync/run-sync.ts', "act(new WebSocket('wss://x'));"],
  ['house/shell-network', 'electron/main/device/clock.ts', "import { request } from 'node:https'; act(request);"],
  ['house/shell-network', 'electron/main/device/battery.ts', "await fetch('https://x');"],
  ['house/shell-net', 'electron/main/device/volume.ts', "import { net } from 'electron'; act(net);"],
  ['house/environment', 'gateway/app.ts', "act(process.env['PORT']);"],
  ['house/environment', 'electron/main/app-window.ts', "import { env } from 'node:process'; act(env);"],
  ['house/environment', 'gateway/own.config.ts', "act(process.env['PORT']);"],
  ['house/no-default-export', 'gateway/other.config.ts', 'export default act;'],
  ['house/sql', 'gateway/features/notices/tables.ts', "import { DatabaseSync } from 'node:sqlite'; act(DatabaseSync);"],
  ['house/sql', 'gateway/sync/pull.ts', "import pg from 'pg'; act(pg);"],
  ['house/signing-key', 'content-packs/builder/x.ts', "import { sign } from 'node:crypto'; act(sign);"],
  ['house/pure', 'protocol/packs/verify-pack.ts', 'act(Date.now());'],
  ['house/pure', 'protocol/messaging/rules.ts', 'act(new Date());'],
  ['house/pure', 'gateway/features/messaging/moderation/decide.ts', 'act(Math.random());'],
  ['house/pure', 'renderer/sync/next-sync-step.ts', "await fetch('/x');"],
  ['house/pure', 'renderer/features/education/rules.ts', 'act(crypto.randomUUID());'],
  ['house/pure', 'renderer/features/education/lesson-player/player.ts', "indexedDB.open('x');"],
  ['house/pure', 'gateway/features/messaging/rules.ts', "import { randomUUID } from 'node:crypto'; act(randomUUID);"],
  ['house/no-default-export', 'renderer/ui/button.tsx', 'export default act;'],
  [
    'house/no-raw-html',
    'renderer/ui/text.tsx',
    'export const Text = () => <p dangerouslySetInnerHTML={{ __html: act }} />;',
  ],
  ['house/no-raw-html', 'gateway/console/text.ts', "act.innerHTML = '<p>';"],
  ['house/file-name', 'renderer/ui/BigButton.tsx', 'act();'],
  ['house/file-name', 'renderer/ui/index.ts', 'act();'],
  ['house/file-name', 'renderer/utils/text.ts', 'act();'],
  ['no-console', 'gateway/sync/push.ts', "console.log('x');"],
  ['max-lines', 'gateway/sync/long-file.ts', LONG_FILE],
  ['max-lines-per-function', 'gateway/sync/long-function.ts', LONG_FUNCTION],
  ['typescript/consistent-type-definitions', 'protocol/ids.ts', 'export interface Id { readonly id: string }'],
  ['no-undef', 'tests/kiosk/fixtures/page.js', 'nobodyKnows();'],
  ['no-unused-vars', 'gateway/unused.ts', 'const forgotten = 1;'],
  ['eqeqeq', 'gateway/equal.ts', 'export const is = (a: number): boolean => a == 1;'],
  ['an unused directive', 'gateway/silenced.ts', '// oxlint-disable-next-line no-console -- nothing is here\nact();'],
];

const LATER = 'declare function later(): Promise<string>;';
const UNSAFE = "const unknownShape = JSON.parse('1');";

/** What only types tell: without them each of these would pass unseen. */
const BREAKS_OF_TYPE: readonly Case[] = [
  ['typescript/no-floating-promises', 'gateway/types/floats.ts', `${LATER} export const f = () => { later(); };`],
  ['typescript/no-misused-promises', 'gateway/types/misuses.ts', `${LATER} [1].forEach(async () => { await later(); });`],
  ['typescript/await-thenable', 'gateway/types/awaits.ts', 'export const f = async () => { await 1; };'],
  ['typescript/return-await', 'gateway/types/returns.ts', `${LATER} export async function f() { try { return later(); } catch { return ''; } }`],
  ['typescript/no-unsafe-assignment', 'gateway/types/assigns.ts', `${UNSAFE} export const text: string = unknownShape;`],
  ['typescript/no-unsafe-argument', 'gateway/types/argues.ts', `${UNSAFE} export const n = Math.abs(unknownShape);`],
  ['typescript/no-unsafe-call', 'gateway/types/calls.ts', `${UNSAFE} unknownShape();`],
  ['typescript/no-unsafe-member-access', 'gateway/types/reads.ts', `${UNSAFE} export const { length } = unknownShape.text;`],
  ['typescript/no-unsafe-return', 'gateway/types/answers.ts', `${UNSAFE} export const f = () => unknownShape;`],
  [
    'typescript/switch-exhaustiveness-check',
    'gateway/types/chooses.ts',
    "export function f(code: 'a' | 'b') { switch (code) { case 'a': return 1; } return 2; }",
  ],
  ['typescript/no-unnecessary-condition', 'gateway/types/doubts.ts', 'export const f = (a: string) => a?.length;'],
  ['typescript/no-unnecessary-type-assertion', 'gateway/types/insists.ts', 'export const f = (a: string) => a as string;'],
  ['typescript/restrict-template-expressions', 'gateway/types/writes.ts', 'export const f = (a: object) => `${a}`;'],
  ['typescript/no-base-to-string', 'gateway/types/prints.ts', 'export const f = (a: object) => String(a);'],
  ['typescript/no-deprecated', 'gateway/types/lags.ts', "export const f = () => 'abc'.substr(1);"],
  ['typescript/only-throw-error', 'gateway/types/throws.ts', "export const f = () => { throw 'x'; };"],
  [
    'typescript/unbound-method',
    'gateway/types/unbinds.ts',
    'class Own { name = 1; get() { return this.name; } } export const f = new Own().get;',
  ],
];

const EFFECT = "import { useEffect, useState } from 'react';";

/** Hooks of React, and what its compiler would stumble over. */
const BREAKS_OF_HOOKS: readonly Case[] = [
  [
    'react/rules-of-hooks',
    'renderer/ui/now-and-then.tsx',
    `${EFFECT} export function Own({ is }: { is: boolean }) { if (is) useEffect(() => undefined, []); return null; }`,
  ],
  [
    'react/exhaustive-deps',
    'gateway/console/forgets.tsx',
    `${EFFECT} export function Own({ a }: { a: string }) { useEffect(() => { document.title = a; }, []); return null; }`,
  ],
  [
    'react/set-state-in-effect',
    'family/portal/sets.tsx',
    `${EFFECT} export function Own() { const [a, set] = useState(0); useEffect(() => { set(1); }, []); return <p>{a}</p>; }`,
  ],
  ['react/purity', 'renderer/ui/impure.tsx', 'export function Own() { const now = Date.now(); return <p>{now}</p>; }'],
  [
    'react/refs',
    'renderer/ui/peeks.tsx',
    "import { useRef } from 'react'; export function Own() { const a = useRef(1); return <p>{a.current}</p>; }",
  ],
];

/** The same code where its owner may write it, or as it ought to be. */
const ALLOWED: readonly Case[] = [
  [
    'house/ipc-main',
    'electron/main/bridge/answer-bridge-calls.ts',
    "import { ipcMain } from 'electron'; act(ipcMain);",
  ],
  [
    'house/ipc-renderer',
    'electron/preload/preload.ts',
    "import { contextBridge } from 'electron'; act(contextBridge);",
  ],
  ['house/indexed-db', 'renderer/db/open-database.ts', "import { Dexie } from 'dexie'; act(new Dexie('x'));"],
  [
    'house/indexed-db',
    'renderer/features/notices/queries.ts',
    "import type { Dexie } from 'dexie'; export type D = Dexie;",
  ],
  ['house/page-network', 'renderer/shell/browser-shell.ts', "await fetch('/x');"],
  [
    'house/shell-network',
    'electron/main/gateway-link/exchange.ts',
    "import { request } from 'node:https'; act(request);",
  ],
  ['house/page-network', 'renderer/sync/port.ts', 'export type Ask = typeof fetch;'],
  ['house/page-network', 'renderer/sync/link.ts', 'export const address = (link: WebSocket): string => link.url;'],
  ['house/environment', 'gateway/start.ts', "act(process.env['PORT']);"],
  ['house/sql', 'gateway/db/open-sqlite.ts', "import { DatabaseSync } from 'node:sqlite'; act(DatabaseSync);"],
  ['house/pure', 'protocol/notices/rules.ts', 'export const at = (now: number): Date => new Date(now);'],
  ['house/pure', 'protocol/education/rules.ts', 'export const own = (crypto: string): string => crypto;'],
  ['house/pure', 'protocol/messaging/rules.test.ts', 'act(Date.now());'],
  ['house/ipc-main', 'electron/main/type.ts', "import type { ipcMain } from 'electron'; export type I = typeof ipcMain;"],
  ['house/no-electron-dialogs', 'electron/main/start.ts', "import { Menu } from 'electron'; act(Menu);"],
  ['house/shell-net', 'electron/main/app-protocol.ts', "import { net } from 'electron'; act(net);"],
  ['house/signing-key', 'content-packs/builder/sign-pack.ts', "import { sign } from 'node:crypto'; act(sign);"],
  ['house/environment', 'own.config.ts', "act(process.env['PORT']);"],
  ['house/no-default-export', 'other.config.ts', 'export default act;'],
  ['house/no-raw-html', 'renderer/ui/plain.tsx', 'export const Text = () => <p>{act.innerHTML}</p>;'],
  ['house/file-name', 'renderer/ui/big-button.tsx', 'act();'],
  ['no-console', 'gateway/notices/start.ts', "console.log('x');"],
  ['typescript/no-floating-promises', 'gateway/types/voids.ts', `${LATER} export const f = () => { void later(); };`],
  ['typescript/no-unsafe-assignment', 'tests/flows/reads.test.ts', `${UNSAFE} export const text: string = unknownShape;`],
  [
    'typescript/switch-exhaustiveness-check',
    'gateway/types/chooses-all.ts',
    "export function f(code: 'a' | 'b') { switch (code) { case 'a': return 1; case 'b': return 2; } }",
  ],
  [
    'typescript/no-unnecessary-condition',
    'gateway/types/knows-the-gap.ts',
    'export const f = (a: readonly string[]) => a[0]?.length;',
  ],
  [
    'react/exhaustive-deps',
    'gateway/console/remembers.tsx',
    `${EFFECT} export function Own({ a }: { a: string }) { useEffect(() => { document.title = a; }, [a]); return null; }`,
  ],
  ['react/rules-of-hooks', 'gateway/hooks.ts', 'declare function useIt(): void; export function f(is: boolean) { if (is) useIt(); }'],
];

/** All cases lie in one folder, each where it would lie in the project, and are judged in one run. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lint-rules-')));
const CASES = [...BREAKS, ...BREAKS_OF_TYPE, ...BREAKS_OF_HOOKS, ...ALLOWED];
let reported: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  reported = lintCases();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the lint rules bite', () => {
  it.each(BREAKS)('%s reports a breach in %s: %s', (rule, path) => {
    expect(reported.get(path) ?? []).toContain(rule);
  });

  it.each(BREAKS_OF_TYPE)('%s knows the types in %s: %s', (rule, path) => {
    expect(reported.get(path) ?? []).toContain(rule);
  });

  it.each(BREAKS_OF_HOOKS)('%s reads the component in %s: %s', (rule, path) => {
    expect(reported.get(path) ?? []).toContain(rule);
  });

  it.each(ALLOWED)('%s lets the owner be in %s: %s', (rule, path) => {
    expect(reported.get(path) ?? []).not.toContain(rule);
  });

  it('leave no rule of the house without code that breaks it, and code that does not', () => {
    const house = Object.keys(houseRules.rules).map((rule) => `house/${rule}`);
    for (const cases of [BREAKS, ALLOWED]) expect(cases.map(([rule]) => rule)).toEqual(expect.arrayContaining(house));
  });

  it('are tried at a place of their own each', () => {
    const places = CASES.map(([, path]) => path);
    expect(places.filter((path, at) => places.indexOf(path) !== at)).toEqual([]);
  });
});

function lintCases(): ReadonlyMap<string, readonly string[]> {
  write('oxlint.config.ts', `export { default } from ${JSON.stringify(join(PROJECT, 'oxlint.config.ts'))};`);
  write('tsconfig.json', JSON.stringify(TYPES_OF_CASES));
  for (const [, path, code] of CASES) write(path, /^(import|export) /m.test(code) ? code : `export {};\n${code}`);
  const found = runOxlint();
  const rules = new Map<string, string[]>();
  for (const { filename, code } of found) rules.set(filename, [...(rules.get(filename) ?? []), ruleOf(code)]);
  return rules;
}

const TYPES_OF_CASES = {
  extends: join(PROJECT, 'tsconfig.base.json'),
  compilerOptions: { lib: ['ES2023', 'DOM'], jsx: 'preserve', incremental: false },
  include: ['**/*.ts', '**/*.tsx'],
};

function write(path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${code}\n`);
}

type Finding = { readonly filename: string; readonly code?: string };

function runOxlint(): readonly Finding[] {
  const oxlint = join(PROJECT, 'node_modules/oxlint/bin/oxlint');
  const ran = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, encoding: 'utf8' });
  if (!ran.stdout.startsWith('{')) throw new Error(`not linted: ${ran.stdout}${ran.stderr}`);
  return (JSON.parse(ran.stdout) as { readonly diagnostics: readonly Finding[] }).diagnostics;
}

/** The name a rule has in the configuration: `no-console` for `eslint(no-console)`, `house/sql` for `house(sql)`. */
function ruleOf(code: string | undefined): string {
  if (code === undefined) return 'an unused directive';
  const [, plugin = '', rule = ''] = /^([^(]*)\((.*)\)$/.exec(code) ?? [];
  if (plugin === 'eslint') return rule;
  return `${plugin === 'react-hooks' ? 'react' : plugin}/${rule}`;
}
