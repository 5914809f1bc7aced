import { decodeBase64Url } from '#protocol/base64.ts';
import { deriveStoreKey, type Bytes } from '#protocol/session/key-hierarchy.ts';
import { openRow, sealRow } from './row-seal.ts';

/** How boxes for the gateway are sealed and opened: with the person's keyring, not with this tablet's alone (ADR 0022). */
export type BackupKeys = {
  readonly seal: (store: string, id: string, value: unknown) => Promise<Bytes>;
  readonly open: (store: string, id: string, box: Uint8Array) => Promise<unknown>;
  /** Takes the keys that a recovery sheet brought; base64url, the one in use first. */
  readonly adopt: (keyring: readonly string[]) => Promise<void>;
};

type Hkdf = (secret: Bytes, info: string) => Promise<Bytes>;
type StoreKeys = ReadonlyMap<string, CryptoKey>;

/**
 * Derives them for every store. A box is bound to its person and record, and to no tablet, because it is opened on
 * another one; those that older releases bound to this tablet's `oldPlace` open here still.
 */
export async function createBackupKeys(personId: string, keyring: readonly string[], stores: readonly string[], oldPlace: (store: string, id: string) => string, hkdf: Hkdf): Promise<BackupKeys> {
  let rings = await deriveRings(keyring, stores, hkdf);
  const place = (store: string, id: string): string => `backup|${personId}|${store}|${id}`;
  return {
    seal: (store, id, value) => {
      const key = rings[0]?.get(store);
      if (key === undefined) throw new Error(`The store ${store} was not declared`);
      return sealRow(key, value, place(store, id));
    },
    open: async (store, id, box) => {
      for (const ring of rings) {
        const key = ring.get(store);
        if (key === undefined) continue;
        const opened = (await openRow(key, box, place(store, id))) ?? (await openRow(key, box, oldPlace(store, id)));
        if (opened !== undefined) return opened;
      }
      return undefined;
    },
    adopt: async (found) => {
      rings = await deriveRings(found, stores, hkdf);
    },
  };
}

async function deriveRings(keyring: readonly string[], stores: readonly string[], hkdf: Hkdf): Promise<readonly StoreKeys[]> {
  return Promise.all(
    keyring.map(async (text) => {
      const bytes = decodeBase64Url(text);
      const keys = await deriveStoreKeys(bytes, stores, hkdf);
      // The keys live on as objects that cannot be exported; the bytes they came from need not.
      bytes.fill(0);
      return keys;
    }),
  );
}

/** The AES-GCM key of each store under one 32-byte key; none of them can be exported. */
export async function deriveStoreKeys(secret: Bytes, stores: readonly string[], hkdf: Hkdf): Promise<StoreKeys> {
  const keys = await Promise.all(
    stores.map(async (store) => {
      const bytes = await deriveStoreKey({ hkdf }, secret, `store|${store}`);
      return [store, await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])] as const;
    }),
  );
  return new Map(keys);
}
