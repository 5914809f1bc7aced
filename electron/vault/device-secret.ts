import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bytes } from '#protocol/session/key-hierarchy.ts';
import { flushFolder } from './write-file-durably.ts';

/**
 * Where the secret comes from that ties vaults to this device. A file for now: who copies the disk copies it too, and
 * the health report says so (`vaultBinding: device-secret`). The TPM takes this place in issue 5.
 */
export type DeviceSecretSource = { readonly load: () => Promise<Bytes> };

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/**
 * 32 random bytes in `<folder>/device-secret`, made at first use. A file of another size is never replaced: every
 * vault on this tablet hangs on it, so that throws and the tablet shows its safe screen.
 */
export function fileDeviceSecret(folder: string): DeviceSecretSource {
  const file = join(folder, 'device-secret');
  let loading: Promise<Bytes> | undefined;
  return {
    load: () => {
      loading ??= loadOrMake(file);
      return loading;
    },
  };
}

async function loadOrMake(file: string): Promise<Bytes> {
  const there = await readFile(file).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  });
  if (there === undefined) return makeSecret(file);
  if (there.length !== SECRET_BYTES) throw new Error('The device secret is damaged');
  return new Uint8Array(there);
}

async function makeSecret(file: string): Promise<Bytes> {
  const secret = new Uint8Array(randomBytes(SECRET_BYTES));
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(`${file}.new`, 'w', OWNER_ONLY);
  try {
    await handle.writeFile(secret);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  await flushFolder(dirname(file));
  return secret;
}
