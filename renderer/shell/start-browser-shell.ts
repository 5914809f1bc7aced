import { version } from '../../package.json';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { keyValueFile } from '../db/key-value-file.ts';
import { startVaultWorker } from '../vault/start-vault-worker.ts';
import { createBrowserShell } from './browser-shell.ts';
import { createGatewayDoor } from './gateway-door.ts';
import { registerServiceWorker } from './register-service-worker.ts';

/** Builds the browser adapter out of what a browser has. */
export function startBrowserShell(): ShellPort {
  registerServiceWorker();
  return createBrowserShell({
    door: createGatewayDoor((address, options) => fetch(address, options)),
    file: keyValueFile('throughline-vault'),
    startVault: startVaultWorker,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    monotonicNow: () => performance.now(),
    appVersion: version,
    hasCamera: async () => {
      // Not there where the page's address is not a secure one.
      const devices = (navigator.mediaDevices as MediaDevices | undefined)?.enumerateDevices();
      return (await devices)?.some(({ kind }) => kind === 'videoinput') === true;
    },
    freeBytes: async () => {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
    },
  });
}
