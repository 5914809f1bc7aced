import { fail, ok, type Result } from '#protocol/result.ts';

/**
 * A store that a room or feature asks for. The primary key is always `id`. Names are global within a database, so
 * they begin with the feature's: `messaging_messages`. Indexes are fields of the row that are in the clear, even in
 * a person's database: times, numbers, or blind strings (`PersonDatabase.blind`), never words.
 */
export type StoreDeclaration = { readonly name: string; readonly indexes: readonly string[] };

/** A row as it lies in a store. */
export type StoredRow = { readonly id: string };

/** One write of an intention or a page, prepared beforehand: nothing may be encrypted inside a transaction. */
export type StoreWrite = { readonly store: string; readonly put: StoredRow } | { readonly store: string; readonly delete: string };

/** What a write answers; `storage-full` where the disk has no room for it. Any other failure is thrown. */
export async function unlessFull<T>(write: PromiseLike<T>): Promise<Result<T, { readonly code: 'storage-full' }>> {
  try {
    return ok(await write);
  } catch (error) {
    if (isStorageFull(error)) return fail({ code: 'storage-full' });
    throw error;
  }
}

/** True for the error of a disk without room, bare or wrapped by Dexie. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  return 'inner' in error && isStorageFull(error.inner);
}
