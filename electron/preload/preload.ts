import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeCallName, ShellPort } from '#protocol/shell/bridge.ts';
import { refuseGestures } from './refuse-gestures.ts';

/**
 * Every call of protocol/shell/bridge.ts by name. Written out, and typed so that one too few or too many does not
 * compile: the schemas stay with the two ends, so that this file stays small enough to read before each start.
 */
const CALLS: Readonly<Record<BridgeCallName, true>> = {
  status: true,
  enrol: true,
  firstSignIn: true,
  signIn: true,
  signOut: true,
  sealOperation: true,
  openChanges: true,
  makeRecoverySheet: true,
  readRecoverySheet: true,
  exchange: true,
  fetchManifest: true,
  fetchPiece: true,
  fetchFiles: true,
  fetchRelease: true,
  stick: true,
  openPack: true,
  placePack: true,
  closePack: true,
  camera: true,
  report: true,
  heartbeat: true,
};

/** As `bridgeChannel` and `PACK_PORTS_MESSAGE` of protocol/shell/bridge.ts; a test keeps them the same. */
const CHANNEL_PREFIX = 'shell:';
const PACK_PORTS_MESSAGE = 'throughline:pack-ports';

const shell = Object.fromEntries(
  Object.keys(CALLS).map((name) => [name, (input: unknown) => ipcRenderer.invoke(`${CHANNEL_PREFIX}${name}`, input)]),
) as unknown as ShellPort;

// Read-only in the page, and never ipcRenderer itself (security.md 4.1 item 20).
contextBridge.exposeInMainWorld('shell', shell);

ipcRenderer.on(PACK_PORTS_MESSAGE, (event) => {
  window.postMessage(PACK_PORTS_MESSAGE, window.location.origin, [...event.ports]);
});

refuseGestures(window);
