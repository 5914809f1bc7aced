const STORE = 'values';

/** A small database of values by key, without Dexie. */
export type KeyValueFile = {
  readonly get: (key: string) => Promise<unknown>;
  /** On the disk when it resolves: a try at a PIN, for one, must not be given back by pulling the power. */
  readonly put: (key: string, value: unknown) => Promise<void>;
};

/** Opens the database of that name for each access; what is kept in one is small and seldom used. Rejects on a broken or full disk. */
export function keyValueFile(name: string): KeyValueFile {
  return {
    get: async (key) => {
      const database = await open(name);
      return finish<unknown>(database, database.transaction(STORE).objectStore(STORE).get(key));
    },
    put: async (key, value) => {
      const database = await open(name);
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      await finish(database, transaction.objectStore(STORE).put(value, key));
    },
  };
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error(`${name} could not be opened`)); };
  });
}

function finish<Value>(database: IDBDatabase, request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const { transaction } = request;
    if (transaction === null) throw new Error('A request of a store has a transaction');
    transaction.oncomplete = () => { database.close(); resolve(request.result); };
    transaction.onabort = () => { database.close(); reject(transaction.error ?? new Error('Nothing was stored')); };
  });
}
