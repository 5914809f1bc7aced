import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import type { PersonId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import { ARGON2_COST, personLookup, unwrapKeys, wrapKeys, type Bytes, type PersonKeys, type VaultPrimitives, type WrapPlace } from '#protocol/session/key-hierarchy.ts';
import { unwrapKeyring, wrapKeyring, type Keyring } from '#protocol/session/keyring.ts';
import { makeRecoverySheet, readRecoverySheet, type RecoveryParts } from '#protocol/session/recovery-sheet.ts';
import { changesInfo } from '#protocol/sync/change.ts';
import { operationAad, operationKeyInfo } from '#protocol/sync/operation.ts';
import { agreeOperationKey, createKeyPair, openSealed } from './hpke.ts';
import type { VaultCalls } from './vault-calls.ts';

const SALT_BYTES = 16;
const DATA_KEY_BYTES = 32;

type Session = {
  readonly keys: PersonKeys;
  readonly personId: PersonId;
  readonly tabletId: string;
  readonly place: WrapPlace;
  /** What the person's records at the gateway are sealed with; grows when a sheet is read. */
  keyring: Keyring;
  readonly operation: { readonly enc: Bytes; readonly key: Bytes };
};

/** The vault of the browser adapter: one person at a time, nothing stored. Runs in vault.worker.ts. */
export function createVault(primitives: VaultPrimitives, randomBytes: (count: number) => Bytes): VaultCalls {
  let session: Session | undefined;
  return {
    lookup: ({ deviceSecret, prisonerNumber }) => personLookup(primitives, deviceSecret, prisonerNumber),
    create: async ({ pin, deviceSecret, place }) => {
      const keys = { dataKey: randomBytes(DATA_KEY_BYTES), ...(await createKeyPair()) };
      const wrap = await wrapKeys(primitives, keys, pin, deviceSecret, randomBytes(SALT_BYTES), place);
      return { wrap, publicKey: encodeBase64Url(keys.publicKey) };
    },
    tryPin: async ({ wrap, pin, deviceSecret, place }) => {
      const keys = await unwrapKeys(primitives, wrap, pin, deviceSecret, place);
      return keys.ok ? ok({ publicKey: encodeBase64Url(keys.value.publicKey) }) : keys;
    },
    signIn: async ({ wrap, pin, deviceSecret, place, personId, gatewayKey }) => {
      const keys = await unwrapKeys(primitives, wrap, pin, deviceSecret, place);
      if (!keys.ok) return keys;
      const info = operationKeyInfo(place.tabletId);
      const operation = await agreeOperationKey(keys.value, decodeBase64Url(gatewayKey), info);
      const keyring = await unwrapKeyring(primitives, wrap.keyring, keys.value.dataKey, place);
      session = { keys: keys.value, personId, tabletId: place.tabletId, place, keyring, operation };
      return ok({ dataKey: encodeBase64Url(keys.value.dataKey), keyring: keyring.map(encodeBase64Url) });
    },
    pretend: ({ pin }) => primitives.argon2id(pin, randomBytes(SALT_BYTES), ARGON2_COST).then(() => null),
    seal: async ({ id, sequence, part }) => {
      if (session === undefined) return fail({ code: 'signed-out' });
      const { personId, operation } = session;
      const plain = new TextEncoder().encode(JSON.stringify(part));
      const box = await primitives.seal(operation.key, plain, operationAad({ id, personId, sequence }));
      return ok({ id, personId, sequence, enc: encodeBase64Url(operation.enc), box: encodeBase64Url(box) });
    },
    open: async ({ enc, box }) => {
      if (session === undefined) return fail({ code: 'signed-out' });
      const info = changesInfo(session.tabletId, session.personId);
      const plain = await openSealed(session.keys, decodeBase64Url(enc), decodeBase64Url(box), info);
      return plain === undefined ? fail({ code: 'seal-broken' }) : ok(new TextDecoder().decode(plain));
    },
    ...createSheets(primitives, randomBytes, () => session),
  };
}

/** Recovery sheets of whoever is signed in. */
function createSheets(primitives: VaultPrimitives, randomBytes: (count: number) => Bytes, current: () => Session | undefined): Pick<VaultCalls, 'makeSheet' | 'readSheet'> {
  return {
    makeSheet: async () => {
      const session = current();
      return session === undefined ? fail({ code: 'signed-out' }) : ok(await makeRecoverySheet(sheetParts(primitives, randomBytes, session)));
    },
    readSheet: async ({ words, boxes }) => {
      const session = current();
      return session === undefined ? fail({ code: 'signed-out' }) : readSheet(primitives, randomBytes, session, words, boxes);
    },
  };
}

async function readSheet(primitives: VaultPrimitives, randomBytes: (count: number) => Bytes, session: Session, words: readonly string[], boxes: readonly string[]): ReturnType<VaultCalls['readSheet']> {
  const found = await readRecoverySheet(sheetParts(primitives, randomBytes, session), words, boxes);
  if (!found.ok) return found;
  const { keyring } = found.value;
  session.keyring = keyring;
  const wrapped = await wrapKeyring(primitives, keyring, session.keys.dataKey, session.place);
  return ok({ ...found.value, keyring: keyring.map(encodeBase64Url), wrapped });
}

function sheetParts(primitives: VaultPrimitives, randomBytes: (count: number) => Bytes, { personId, keyring }: Session): RecoveryParts {
  return { primitives, randomBytes, owner: { personId }, keyring };
}
