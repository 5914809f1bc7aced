import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeCallName, ShellPort } from '#protocol/shell/bridge.ts';
import type { VaultCallName, VaultLineEnd } from '#protocol/shell/vault-port.ts';
import { refuseGestures } from './refuse-gestures.ts';
import { createVaultLine } from './vault-line.ts';

/**
 * Every call of protocol/shell/bridge.ts by name, and who answers it. Written out, and typed so that one too few or too
 * many does not compile: the schemas stay with the two ends, so that this file stays small enough to read before each start.
 */
const CALLS: { readonly [Name in BridgeCallName]: Name extends VaultCallName ? 'vault' : 'main' } = {
  status: 'main',
  enrol: 'main',
  firstSignIn: 'vault',
  signIn: 'vault',
  signOut: 'main',
  sealOperation: 'vault',
  openChanges: 'vault',
  makeRecoverySheet: 'vault',
  readRecoverySheet: 'vault',
  exchange: 'main',
  fetchManifest: 'main',
  fetchPiece: 'main',
  fetchFiles: 'main',
  fetchRelease: 'main',
  stick: 'main',
  openPack: 'main',
  placePack: 'main',
  closePack: 'main',
  camera: 'main',
  report: 'main',
  heartbeat: 'main',
};

/** As in protocol/shell/bridge.ts and vault-port.ts; a test keeps them the same. */
const CHANNEL_PREFIX = 'shell:';
const PACK_PORTS_MESSAGE = 'throughline:pack-ports';
const VAULT_PORT_MESSAGE = 'shell:vault-port';
const VAULT_GONE_MESSAGE = 'shell:vault-gone';

/** By the time somebody has typed a prison number the vault's process is ready; asked sooner, it starts at once. */
const VAULT_PAUSE_MS = 1_500;
/** The only page that is given the vault; on another nobody signs in. */
const APP_PAGE = '/index.html';

const vault = createVaultLine((line, port) => ipcRenderer.postMessage(VAULT_PORT_MESSAGE, line, [port]));
ipcRenderer.on(VAULT_GONE_MESSAGE, (_event, end: VaultLineEnd) => vault.end(end));
// Not while the page paints its first screen: two cores cannot start two processes for the price of one.
if (window.location.pathname === APP_PAGE) setTimeout(() => vault.open(), VAULT_PAUSE_MS);

const shell = Object.fromEntries(
  Object.entries(CALLS).map(([name, by]) => [
    name,
    (input: unknown) => (by === 'vault' ? vault.ask(name as VaultCallName, input) : ipcRenderer.invoke(`${CHANNEL_PREFIX}${name}`, input)),
  ]),
) as unknown as ShellPort;

// Read-only in the page, and never ipcRenderer itself (security.md 4.1 item 20).
contextBridge.exposeInMainWorld('shell', shell);

ipcRenderer.on(PACK_PORTS_MESSAGE, (event) => {
  window.postMessage(PACK_PORTS_MESSAGE, window.location.origin, [...event.ports]);
});

refuseGestures(window);
