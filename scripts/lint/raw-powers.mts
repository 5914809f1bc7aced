import type { Power } from './power-rule.mts';

/** A power, and the only places that may use it (globs). Rule 6 of ARCHITECTURE.md: raw powers have one owner. */
export type OwnedPower = Power & {
  readonly name: string;
  /** Where the rule looks; everywhere if missing. */
  readonly within?: readonly string[];
  readonly owners: readonly string[];
};

/** Tests set the stage and may use what they test. */
export const TEST_FILES = ['tests/**', '**/*.test.ts', '**/*.test.tsx', '**/*.test.mts'];

const SOCKET_MODULES = ['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram', 'undici', 'ws'];
const SHELL_NET = { electron: ['net'], 'electron/main': ['net'] } as const;

export const RAW_POWERS: readonly OwnedPower[] = [
  {
    name: 'ipc-main',
    imports: { electron: ['ipcMain'], 'electron/main': ['ipcMain'] },
    owners: ['electron/main/bridge/**'],
    message:
      'Only electron/main/bridge answers the page, so that every call is in one list with one check of its sender. Add your call to protocol/shell/bridge.ts and answer it there (rule 6).',
  },
  {
    name: 'ipc-renderer',
    imports: {
      electron: ['ipcRenderer', 'contextBridge'],
      'electron/renderer': ['ipcRenderer', 'contextBridge'],
    },
    owners: ['electron/preload/**'],
    message:
      'Only electron/preload touches ipcRenderer and contextBridge. The page asks through the shell port in renderer/shell (rule 6).',
  },
  {
    name: 'no-electron-dialogs',
    imports: { electron: ['shell', 'dialog', 'Menu'], 'electron/main': ['shell', 'dialog', 'Menu'] },
    owners: ['electron/main/lockdown/**', 'electron/main/start.ts'],
    message:
      'shell, dialog and Menu open things outside the tablet: files, programs, windows. Nothing here may use them, except lockdown, which start.ts hands the menu to take it away (security: no way out of the kiosk).',
  },
  {
    name: 'indexed-db',
    within: ['renderer/**'],
    imports: { dexie: ['default', 'Dexie'] },
    globals: ['indexedDB'],
    owners: ['renderer/db/**', ...TEST_FILES],
    message:
      'Databases are opened in renderer/db only, where they are encrypted and versioned. Take the opened database as a parameter (rule 6).',
  },
  {
    name: 'page-network',
    within: ['renderer/**'],
    globals: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection'],
    owners: [
      'renderer/shell/**',
      'renderer/pack-origin/**',
      // Staff's preview asks the server it came from; it is never on a tablet.
      'renderer/pack-preview/load-previewed-pack.ts',
      ...TEST_FILES,
    ],
    message:
      'The page has no network. Ask the shell port for an exchange or a pack; in the browser adapter renderer/shell does it (rule 6).',
  },
  {
    name: 'shell-network',
    within: ['electron/**'],
    imports: Object.fromEntries(SOCKET_MODULES.map((module) => [module, '*' as const])),
    globals: ['fetch', 'WebSocket'],
    owners: ['electron/main/gateway-link/**', ...TEST_FILES],
    message:
      'The only socket of the tablet is in electron/main/gateway-link, which holds the credential and the pinned certificate (rule 6).',
  },
  {
    name: 'shell-net',
    within: ['electron/**'],
    imports: SHELL_NET,
    owners: ['electron/main/gateway-link/**', 'electron/main/app-protocol.ts', 'electron/main/pack-protocol.ts'],
    message:
      "Electron's net belongs to gateway-link, and to the two protocols that read our own files with it (rule 6).",
  },
  {
    name: 'environment',
    members: ['process.env'],
    imports: { 'node:process': ['env'] },
    owners: ['**/start.ts', 'scripts/**', './*.config.ts', ...TEST_FILES],
    message:
      'process.env is read and parsed in start.ts only. Take the setting as a parameter, with its type (rule 6).',
  },
  {
    name: 'sql',
    imports: { 'node:sqlite': '*', pg: '*' },
    owners: ['gateway/db/**', 'family/db/**', 'scripts/bench/**', ...TEST_FILES],
    message:
      'SQL connections are opened in gateway/db and family/db only. Take the database or the transaction as a parameter (rule 6).',
  },
  {
    name: 'signing-key',
    within: ['content-packs/**'],
    imports: { 'node:crypto': ['sign', 'createSign', 'createPrivateKey'] },
    owners: ['content-packs/builder/sign-pack.ts', ...TEST_FILES],
    message:
      'The key that signs packs is used in builder/sign-pack.ts only, so that one file decides what gets a signature (rule 6).',
  },
];

/** What a pure judgement may not do: both sides must come to the same answer, and a test must be able to replay it. */
export const PURITY: Power = {
  globals: ['crypto', 'fetch', 'indexedDB', 'localStorage', 'XMLHttpRequest', 'WebSocket', 'performance'],
  members: ['Date.now', 'Math.random'],
  bareConstructors: ['Date'],
  imports: { 'node:crypto': '*', 'node:fs': '*', 'node:fs/promises': '*' },
  message:
    'This file is a pure judgement: no clock, no chance, no network, no storage. Take `now` and ids as parameters; whoever calls it has them (rule 1, convention 6).',
};

/** The files that PURITY holds for. */
export const PURE_FILES = ['protocol/**', 'gateway/screening/**', '**/rules.ts', '**/decide.ts', '**/next-*.ts', '**/player.ts'];
