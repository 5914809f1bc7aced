import type { Dexie } from 'dexie';
import { decodeBase64Url } from '#protocol/base64.ts';
import type { PersonId } from '#protocol/ids.ts';
import { deriveStoreKey, type Bytes } from '#protocol/session/key-hierarchy.ts';
import type { SignedIn } from '#protocol/shell/bridge.ts';
import { createBackupKeys, deriveStoreKeys } from './backup-keys.ts';
import type { TabletDatabase } from './open-tablet-database.ts';
import { openRow, sealRow } from './row-seal.ts';
import type { PersonFileRow, SetAsideRow } from './sync-stores.ts';

/** One person's database while they are signed in: the file and the keys to its rows. */
export type PersonDatabase = {
  /** The database's name. */
  readonly name: string;
  readonly personId: PersonId;
  readonly dexie: Dexie;
  /** Encrypts a value for one row of a store; never inside a transaction, which would not wait for it. */
  readonly seal: (store: string, id: string, value: unknown) => Promise<Bytes>;
  /** Opens a row's box; undefined when it is not what was sealed there. */
  readonly open: (store: string, id: string, box: Uint8Array) => Promise<unknown>;
  /** Encrypts a private record for the gateway, so that it opens on every tablet of this person that has their keys. */
  readonly sealBackup: (store: string, id: string, value: unknown) => Promise<Bytes>;
  /** Opens what `sealBackup` made here or on another tablet; undefined when none of the person's keys fits. */
  readonly openBackup: (store: string, id: string, box: Uint8Array) => Promise<unknown>;
  /** Takes the keys that a recovery sheet brought; what did not open before may open now. */
  readonly adoptKeyring: (keyring: readonly string[]) => Promise<void>;
  /** A keyed hash of a value (32 hexadecimal characters), for an index that must not tell what it indexes. */
  readonly blind: (label: string, text: string) => Promise<string>;
  /** Notes a row that could not be read, so that it is reported (OUT-6). The row stays where it is. */
  readonly setAside: (row: SetAsideRow) => Promise<void>;
};

/**
 * Opens the database of the person who has just signed in, and lists it as theirs. Its name comes from the lookup
 * hash and the data key: after a forgotten PIN the person starts with a new one, while the old one stays until what
 * waits in it is delivered.
 */
export async function openPersonDatabase({ signedIn, tablet }: { readonly signedIn: Pick<SignedIn, 'personId' | 'lookup' | 'dataKey' | 'keyring'>; readonly tablet: TabletDatabase }): Promise<PersonDatabase> {
  const dataKey = decodeBase64Url(signedIn.dataKey);
  const tag = toHex((await deriveStoreKey({ hkdf }, dataKey, 'file')).subarray(0, 4));
  const name = `person-${signedIn.lookup}-${tag}`;
  await listAsCurrent(tablet, name, signedIn.personId);
  const dexie = await tablet.openPersonFile(name);
  const stores = dexie.tables.map((table) => table.name);
  const place = (store: string, id: string): string => `${signedIn.lookup}|${store}|${id}`;
  const keys = await deriveStoreKeys(dataKey, stores, hkdf);
  const backup = await createBackupKeys(signedIn.personId, signedIn.keyring ?? [signedIn.dataKey], stores, place, hkdf);
  const blindKey = await crypto.subtle.importKey('raw', await deriveStoreKey({ hkdf }, dataKey, 'blind'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  // The keys live on as objects that cannot be exported; the bytes they came from need not.
  dataKey.fill(0);
  const keyOf = (store: string): CryptoKey => {
    const key = keys.get(store);
    if (key === undefined) throw new Error(`The store ${store} was not declared`);
    return key;
  };
  return {
    name,
    personId: signedIn.personId,
    dexie,
    seal: (store, id, value) => sealRow(keyOf(store), value, place(store, id)),
    open: (store, id, box) => openRow(keyOf(store), box, place(store, id)),
    sealBackup: backup.seal,
    openBackup: backup.open,
    adoptKeyring: backup.adopt,
    blind: async (label, text) => {
      const hash = await crypto.subtle.sign('HMAC', blindKey, new TextEncoder().encode(`${label}|${text}`));
      return toHex(new Uint8Array(hash, 0, 16));
    },
    setAside: async (row) => {
      await dexie.table<SetAsideRow, string>('set_aside').put(row);
    },
  };
}

/** One current database per person; older ones are only emptied. */
async function listAsCurrent(tablet: TabletDatabase, name: string, personId: PersonId): Promise<void> {
  const people = tablet.table<PersonFileRow>('people');
  await tablet.dexie.transaction('rw', people, async () => {
    await people.where('personId').equals(personId).modify({ current: 0 });
    await people.put({ id: name, personId, current: 1 });
  });
}

/** HKDF-SHA-256 without salt, 32 bytes, as `VaultPrimitives` wants it. */
async function hkdf(secret: Bytes, info: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, key, 256));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
