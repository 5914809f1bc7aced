import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { hasNoAccounts } from './accounts.ts';
import type { StaffTables } from './tables.ts';

/** How a gateway without accounts gets its first. */
export type FirstAdministrator = {
  /** Whether the token is the one in the file, and the file still stands for something. */
  readonly fits: (token: string) => boolean;
  /** The account exists: the file goes, and the token means nothing any more. */
  readonly done: () => void;
};

/** The file with the token, readable by the gateway's own user alone. */
export function firstAdministratorPath(dataFolder: string): string {
  return `${dataFolder}/first-administrator.json`;
}

/**
 * On an empty gateway writes a file with a one-time token: whoever may read the data folder may make the first
 * account, and nobody else. There is no default password to forget to change (ASVS 6.3.2).
 */
export async function offerFirstAdministrator(
  database: GatewayDatabase,
  dataFolder: string,
): Promise<FirstAdministrator> {
  const path = firstAdministratorPath(dataFolder);
  if (!(await hasNoAccounts(database.reads<StaffTables>()))) {
    rmSync(path, { force: true });
    return { fits: () => false, done: () => undefined };
  }
  const token = randomBytes(24).toString('base64url');
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify({ token })}\n`, { mode: 0o600, flag: 'wx' });
  let open = true;
  const hash = sha256(token);
  return {
    fits: (given) => open && timingSafeEqual(sha256(given), hash),
    done: () => {
      open = false;
      rmSync(path, { force: true });
    },
  };
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
