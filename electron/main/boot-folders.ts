import { join } from 'node:path';

/** Where the pieces of the shell lie, all beside the bundle that runs: `out/electron`, `out/renderer`, `out/pack-origin`. */
export type BootFolders = {
  readonly renderer: string;
  readonly packOrigin: string;
  readonly preload: string;
  readonly playerPreload: string;
  readonly vault: string;
};

/** Takes the folder of `main.cjs`. */
export function bootFolders(bundleFolder: string): BootFolders {
  return {
    renderer: join(bundleFolder, '..', 'renderer'),
    packOrigin: join(bundleFolder, '..', 'pack-origin'),
    preload: join(bundleFolder, 'preload.cjs'),
    playerPreload: join(bundleFolder, 'player-preload.cjs'),
    vault: join(bundleFolder, 'vault.cjs'),
  };
}
