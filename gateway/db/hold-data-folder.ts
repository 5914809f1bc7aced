import { DatabaseSync } from 'node:sqlite';
import { fail, ok, type Result } from '#protocol/result.ts';

/** How long a gateway that is just ending is waited for, in milliseconds. */
const WAIT = 3000;

/**
 * Holds a data folder for one process: two gateways on one folder would give out the same numbers twice. The hold is
 * a lock of the operating system on an empty database file, so that a process that was killed holds nothing.
 */
export function holdDataFolder(folder: string): Result<{ readonly release: () => void }, { readonly code: 'in-use' }> {
  const lock = new DatabaseSync(`${folder}/gateway.lock`);
  try {
    lock.exec(`pragma busy_timeout = ${String(WAIT)}; pragma journal_mode = delete; begin exclusive`);
    return ok({ release: () => lock.close() });
  } catch {
    lock.close();
    return fail({ code: 'in-use' });
  }
}
