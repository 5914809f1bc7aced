import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import configuration from '../../eslint.config.js';

/** The house's rules without type information, so that a file that only a test knows can be judged. */
const lint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    ...configuration,
    { ...tseslint.configs.disableTypeChecked, files: ['**/*.{ts,tsx}'] },
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

const LONG_FUNCTION = `export function long(): void {\n${'  act();\n'.repeat(45)}}\n`;
const LONG_FILE = 'act();\n'.repeat(260);

/** A rule, where the code would stand, and code that breaks it there. */
const BREAKS: readonly (readonly [rule: string, path: string, code: string])[] = [
  ['house/ipc-main', 'electron/main/kiosk-window.ts', "import { ipcMain } from 'electron'; ipcMain.handle('x', act);"],
  ['house/ipc-renderer', 'electron/main/x.ts', "import { contextBridge } from 'electron'; act(contextBridge);"],
  ['house/ipc-renderer', 'renderer/shell/x.ts', "import { ipcRenderer } from 'electron'; act(ipcRenderer);"],
  ['house/no-electron-dialogs', 'electron/main/x.ts', "import { shell } from 'electron'; shell.openExternal('x');"],
  ['house/no-electron-dialogs', 'electron/main/x.ts', "import { dialog } from 'electron/main'; act(dialog);"],
  ['house/indexed-db', 'renderer/features/selfhelp/actions.ts', "indexedDB.open('x');"],
  ['house/indexed-db', 'renderer/features/selfhelp/actions.ts', "globalThis.indexedDB.open('x');"],
  ['house/indexed-db', 'renderer/sync/outbox.ts', "import { Dexie } from 'dexie'; act(new Dexie('x'));"],
  ['house/indexed-db', 'renderer/sync/outbox.ts', "import Dexie from 'dexie'; act(new Dexie('x'));"],
  ['house/page-network', 'renderer/features/education/actions.ts', "await fetch('/x');"],
  ['house/page-network', 'renderer/sync/run-sync.ts', "act(new WebSocket('wss://x'));"],
  ['house/shell-network', 'electron/main/device/clock.ts', "import { request } from 'node:https'; act(request);"],
  ['house/shell-network', 'electron/main/device/clock.ts', "await fetch('https://x');"],
  ['house/shell-net', 'electron/main/device/clock.ts', "import { net } from 'electron'; act(net);"],
  ['house/environment', 'gateway/app.ts', "act(process.env['PORT']);"],
  ['house/environment', 'electron/main/kiosk-window.ts', "import { env } from 'node:process'; act(env);"],
  ['house/sql', 'gateway/features/notices/tables.ts', "import { DatabaseSync } from 'node:sqlite'; act(DatabaseSync);"],
  ['house/sql', 'gateway/sync/push.ts', "import pg from 'pg'; act(pg);"],
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
  ['max-lines', 'gateway/sync/push.ts', LONG_FILE],
  ['max-lines-per-function', 'gateway/sync/push.ts', LONG_FUNCTION],
  ['@typescript-eslint/consistent-type-definitions', 'protocol/ids.ts', 'export interface Id { readonly id: string }'],
];

/** The same code where its owner may write it. */
const ALLOWED: typeof BREAKS = [
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
  ['house/environment', 'gateway/start.ts', "act(process.env['PORT']);"],
  ['house/sql', 'gateway/db/open-sqlite.ts', "import { DatabaseSync } from 'node:sqlite'; act(DatabaseSync);"],
  ['house/pure', 'protocol/messaging/rules.ts', 'export const at = (now: number): Date => new Date(now);'],
  ['house/pure', 'protocol/messaging/rules.ts', 'export const own = (crypto: string): string => crypto;'],
  ['house/pure', 'protocol/messaging/rules.test.ts', 'act(Date.now());'],
];

describe('the lint rules bite', () => {
  it.each(BREAKS)('%s reports a breach in %s: %s', async (rule, path, code) => {
    expect(await reported(path, code)).toContain(rule);
  });

  it.each(ALLOWED)('%s lets the owner be in %s: %s', async (rule, path, code) => {
    expect(await reported(path, code)).not.toContain(rule);
  });

  it('leave no rule of the house without code that breaks it', () => {
    const broken = new Set(BREAKS.map(([rule]) => rule).filter((rule) => rule.startsWith('house/')));
    const house = configuration.flatMap((part) => Object.keys(part.plugins?.['house']?.rules ?? {}));
    expect([...broken].sort()).toEqual([...new Set(house)].map((rule) => `house/${rule}`).sort());
  });
});

async function reported(path: string, code: string): Promise<readonly string[]> {
  const [result] = await lint.lintText(`${code}\n`, { filePath: path });
  const fatal = result?.messages.find((message) => message.fatal === true);
  if (result === undefined || fatal !== undefined) throw new Error(`not linted: ${fatal?.message ?? path}`);
  return result.messages.map((message) => message.ruleId ?? 'no rule');
}
