import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { fail, neverReached, ok } from '#protocol/result.ts';
import { waitAfterFailures, waitLeft } from '#protocol/session/back-off.ts';
import {
  ARGON2_COST,
  personLookup,
  unwrapKeys,
  wrapKeys,
  type Bytes,
  type PersonKeys,
  type VaultPrimitives,
  type VaultRecord,
  type WrapPlace,
} from '#protocol/session/key-hierarchy.ts';
import { unwrapKeyring } from '#protocol/session/keyring.ts';
import { checkPin } from '#protocol/session/pin-rules.ts';
import type { SignedIn } from '#protocol/shell/bridge.ts';
import type { DeviceSecretSource } from './device-secret.ts';
import { createKeyPair } from './hpke.ts';
import { openPersonSession, type PersonSession } from './person-session.ts';
import { openRecoverySession, type RecoverySession } from './recovery-session.ts';
import type { VaultAnswers, VaultAsk, VaultRequest } from './vault-requests.ts';
import type { VaultRecords } from './vault-records.ts';

/** What the vault stands on. */
export type VaultDependencies = {
  readonly primitives: VaultPrimitives;
  readonly deviceSecret: DeviceSecretSource;
  readonly records: VaultRecords;
  readonly randomBytes: (count: number) => Bytes;
  /** Milliseconds on the machine's monotonic clock, which goes on while this process does not. */
  readonly monotonicNow: () => number;
};

type Request<Ask extends VaultAsk> = Extract<VaultRequest, { ask: Ask }>;

/** The vault: makes, opens and uses people's keys. One person at a time; ends with its process. */
export type Vault = { readonly answer: (request: VaultRequest) => Promise<VaultAnswers[VaultAsk]> };

const SALT_BYTES = 16;
const DATA_KEY_BYTES = 32;

export function createVault(dependencies: VaultDependencies): Vault {
  let session: SignedInSession | undefined;
  const signIn: SignIn = async (keys, record, place, gatewayKey) => {
    const { personId, displayName } = record.person;
    const { primitives } = dependencies;
    const { dataKey } = keys;
    const keyring = await unwrapKeyring(primitives, record.keyring, dataKey, place);
    session = {
      ...(await openPersonSession(primitives, keys, decodeBase64Url(gatewayKey), place.tabletId, personId)),
      sheets: openRecoverySession(dependencies, { personId, place, dataKey, keyring }),
    };
    return {
      personId,
      displayName,
      lookup: place.lookup,
      dataKey: encodeBase64Url(dataKey),
      keyring: keyring.map(encodeBase64Url),
      failuresSinceSignIn: record.failuresSinceSignIn,
    };
  };
  return {
    answer: async (request) => {
      switch (request.ask) {
        case 'prepare':
          return prepare(dependencies, request);
        case 'complete':
          return complete(dependencies, request, signIn);
        case 'unlock':
          return unlock(dependencies, request, signIn);
        default:
          return session === undefined ? fail({ code: 'signed-out' }) : answerSignedIn(session, request);
      }
    },
  };
}

type SignedInSession = PersonSession & { readonly sheets: RecoverySession };

/** What can be asked only while somebody is signed in. */
async function answerSignedIn(session: SignedInSession, request: Request<'seal' | 'open' | 'make-sheet' | 'read-sheet'>): Promise<VaultAnswers[VaultAsk]> {
  switch (request.ask) {
    case 'seal':
      return ok(await session.seal(request));
    case 'open':
      return session.open(request.changes);
    case 'make-sheet':
      return session.sheets.make();
    case 'read-sheet':
      return session.sheets.read(request.words, request.boxes);
    default:
      return neverReached(request);
  }
}

/** A record of somebody the gateway has taken; a pending one has nobody to sign in. */
type CompleteRecord = VaultRecord & { readonly person: NonNullable<VaultRecord['person']> };

type SignIn = (keys: PersonKeys, record: CompleteRecord, place: WrapPlace, gatewayKey: string) => Promise<SignedIn>;

/**
 * Before the gateway is asked, so that a tablet switched off half-way comes back with the same keys and the gateway
 * knows the repeat for what it is. Another PIN than before makes new keys: the old ones cannot be opened.
 */
async function prepare(the: VaultDependencies, request: Request<'prepare'>): Promise<VaultAnswers['prepare']> {
  const pin = checkPin(request.pin, request.prisonerNumber);
  if (!pin.ok) return fail({ code: 'pin-unfit', fault: pin.error.code });
  const { place, secret } = await locate(the, request);
  const record = await the.records.load(place.lookup);
  const isHere = record?.person !== undefined;
  if (isHere && request.forgotten !== true) return fail({ code: 'already-here' });
  // The old keys stay until the gateway has taken the code: whoever holds no slip can shut nobody out of their diary.
  const begun = isHere ? record.next : record;
  const pending = begun && (await unwrapKeys(the.primitives, begun, request.pin, secret, place));
  if (pending?.ok === true) return ok({ publicKey: encodeBase64Url(pending.value.publicKey) });
  const keys = { dataKey: the.randomBytes(DATA_KEY_BYTES), ...(await createKeyPair()) };
  const wrap = await wrapKeys(the.primitives, keys, request.pin, secret, the.randomBytes(SALT_BYTES), place);
  await the.records.setAsideDamaged(place.lookup);
  const saved = await the.records.save(place.lookup, isHere ? { ...record, next: wrap } : newRecord(wrap));
  return saved.ok ? ok({ publicKey: encodeBase64Url(keys.publicKey) }) : saved;
}

async function complete(
  the: VaultDependencies,
  request: Request<'complete'>,
  signIn: SignIn,
): Promise<VaultAnswers['complete']> {
  const { place, secret } = await locate(the, request);
  const stored = await the.records.load(place.lookup);
  if (stored === undefined) return fail({ code: 'not-prepared' });
  const pending = stored.next === undefined ? stored : newRecord(stored.next);
  const keys = await unwrapKeys(the.primitives, pending, request.pin, secret, place);
  if (!keys.ok) return fail({ code: 'not-prepared' });
  const { personId, displayName, prisonerNumber } = request;
  const record = { ...pending, person: { personId, displayName, prisonerNumber } };
  const saved = await the.records.save(place.lookup, record);
  return saved.ok ? ok(await signIn(keys.value, record, place, request.gatewayKey)) : saved;
}

/**
 * One try. The failure is counted and flushed before the PIN is looked at, so that pulling the power does not give
 * the try back (security.md section 2, Android Gatekeeper); the right PIN takes it off again.
 */
async function unlock(
  the: VaultDependencies,
  request: Request<'unlock'>,
  signIn: SignIn,
): Promise<VaultAnswers['unlock']> {
  const { place, secret } = await locate(the, request);
  const record = await the.records.load(place.lookup);
  if (!isComplete(record)) {
    // As much work as a wrong PIN, so that the clock does not tell who has been on this tablet.
    await the.primitives.argon2id(request.pin, the.randomBytes(SALT_BYTES), ARGON2_COST);
    return fail({ code: 'not-on-this-tablet' });
  }
  const learnedAt = Math.min(request.learnedAt ?? the.monotonicNow(), the.monotonicNow());
  const waitFor = waitLeft(record.failures, the.monotonicNow() - learnedAt);
  if (waitFor > 0) return fail({ code: 'wait', waitFor, learnedAt });
  const failures = record.failures + 1;
  const counted = { ...record, failures, failuresSinceSignIn: record.failuresSinceSignIn + 1 };
  const flushed = await the.records.save(place.lookup, counted);
  if (!flushed.ok) return flushed;
  const keys = await unwrapKeys(the.primitives, record, request.pin, secret, place);
  if (!keys.ok) return fail({ code: 'wrong-pin', waitFor: waitAfterFailures(failures), learnedAt: the.monotonicNow() });
  // On a disk that filled up since, the count stays one too high: an inconvenience, not a loss.
  await the.records.save(place.lookup, { ...record, failures: 0, failuresSinceSignIn: 0 });
  return ok(await signIn(keys.value, record, place, request.gatewayKey));
}

function newRecord(wrap: NonNullable<VaultRecord['next']>): VaultRecord {
  return { version: 1, ...wrap, failures: 0, failuresSinceSignIn: 0 };
}

function isComplete(record: VaultRecord | undefined): record is CompleteRecord {
  return record?.person !== undefined;
}

async function locate(
  the: VaultDependencies,
  request: { readonly tabletId: string; readonly prisonerNumber: string },
): Promise<{ readonly place: WrapPlace; readonly secret: Bytes }> {
  const secret = await the.deviceSecret.load();
  const lookup = await personLookup(the.primitives, secret, request.prisonerNumber);
  return { place: { tabletId: request.tabletId, lookup }, secret };
}
