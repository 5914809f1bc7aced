import { firstSignInReplySchema, parseCode } from '#protocol/enrolment/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import { waitAfterFailures, waitLeft } from '#protocol/session/back-off.ts';
import type { VaultRecord, WrapPlace } from '#protocol/session/key-hierarchy.ts';
import { checkPin } from '#protocol/session/pin-rules.ts';
import type { ShellPort, SignedIn } from '#protocol/shell/bridge.ts';
import type { BrowserEnrolment, BrowserVaultStore } from '../vault/browser-vault-store.ts';
import type { VaultCalls } from '../vault/vault-calls.ts';
import { knownCode, type GatewayDoor } from './gateway-door.ts';

const FIRST_CODES = ['person-unknown', 'person-not-on-tablet', 'code-unknown', 'code-used', 'code-expired', 'too-many-tries', 'revoked', 'not-enrolled'] as const;

/** What signing in stands on in the browser adapter. */
export type BrowserSignInParts = {
  readonly door: GatewayDoor;
  readonly store: BrowserVaultStore;
  readonly vault: () => VaultCalls;
  /** Milliseconds on a clock that never jumps. */
  readonly monotonicNow: () => number;
};

/** First and later sign-ins, as the kiosk's vault does them (electron/vault), with the records in this browser. */
export function createBrowserSignIns(parts: BrowserSignInParts): Pick<ShellPort, 'firstSignIn' | 'signIn' | 'makeRecoverySheet' | 'readRecoverySheet'> {
  /** Whose record the words of a sheet add keys to. */
  const here: { lookup?: string } = {};
  const remember = async <Outcome extends { readonly ok: boolean; readonly value?: SignedIn }>(coming: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await coming;
    if (outcome.value !== undefined) here.lookup = outcome.value.lookup;
    return outcome;
  };
  /** When this page learned of a person's last wrong PIN; a new page starts the wait anew. */
  const learned = new Map<string, number>();
  return {
    firstSignIn: (input) => remember(firstSignIn(parts, input)),
    signIn: (input) => remember(signIn(parts, learned, input)),
    makeRecoverySheet: () => makeSheet(parts),
    readRecoverySheet: (input) => readSheet(parts, here.lookup, input),
  };
}

type FirstInput = Parameters<ShellPort['firstSignIn']>[0];

async function firstSignIn(parts: BrowserSignInParts, input: FirstInput): ReturnType<ShellPort['firstSignIn']> {
  const enrolment = await parts.store.enrolment();
  if (enrolment === undefined) return fail({ code: 'not-enrolled' });
  const code = parseCode(input.code);
  if (code === undefined) return fail({ code: 'code-unknown' });
  if (!checkPin(input.pin, input.prisonerNumber).ok) return fail({ code: 'pin-unfit' });
  const at = await locate(parts, enrolment, input.prisonerNumber);
  const stored = await parts.store.record(at.place.lookup);
  if (stored?.person !== undefined && input.forgotten !== true) return fail({ code: 'already-here' });
  const prepared = await prepare(parts, at, stored, input.pin);
  if (!prepared.ok) return prepared;
  const { record, publicKey } = prepared.value;
  const body = { prisonerNumber: input.prisonerNumber, code, publicKey };
  const reply = await parts.door.post('/tablet/first-sign-in', body, firstSignInReplySchema);
  if (!reply.ok) return fail({ code: knownCode(FIRST_CODES, reply.error, 'unreachable') });
  const named: NamedRecord = { ...record, person: { ...reply.value, prisonerNumber: input.prisonerNumber } };
  const kept = await parts.store.keepRecord(at.place.lookup, named);
  if (!kept.ok) return kept;
  const opened = await open(parts, enrolment, at, named, input.pin);
  if (!opened.ok) throw new Error('Keys that were just made do not open');
  return opened;
}

/**
 * Keys are kept before the gateway is asked, so that a tablet switched off half-way comes back with the same ones and
 * the gateway knows the repeat for what it is. Another PIN than before makes new keys.
 */
async function prepare(parts: BrowserSignInParts, at: Located, stored: VaultRecord | undefined, pin: string) {
  // The old keys stay until the gateway has taken the code: whoever holds no slip can shut nobody out of their diary.
  const isHere = stored?.person !== undefined;
  const begun = isHere ? stored.next : stored;
  if (begun !== undefined) {
    const tried = await parts.vault().tryPin({ wrap: begun, pin, ...at });
    if (tried.ok) return ok({ record: newRecord(begun), publicKey: tried.value.publicKey });
  }
  const { wrap, publicKey } = await parts.vault().create({ pin, ...at });
  const record = newRecord(wrap);
  const kept = await parts.store.keepRecord(at.place.lookup, isHere ? { ...stored, next: wrap } : record);
  return kept.ok ? ok({ record, publicKey }) : kept;
}

function newRecord({ salt, cost, wrapped }: NonNullable<VaultRecord['next']>): VaultRecord {
  return { version: 1, salt, cost, wrapped, failures: 0, failuresSinceSignIn: 0 };
}

type SignInInput = Parameters<ShellPort['signIn']>[0];

/**
 * One try. The failure is counted and flushed before the PIN is looked at, so that closing the page does not give the
 * try back (security.md section 2, Android Gatekeeper); the right PIN takes it off again.
 */
async function signIn(parts: BrowserSignInParts, learned: Map<string, number>, input: SignInInput): ReturnType<ShellPort['signIn']> {
  const enrolment = await parts.store.enrolment();
  if (enrolment === undefined) return fail({ code: 'not-enrolled' });
  const at = await locate(parts, enrolment, input.prisonerNumber);
  const { lookup } = at.place;
  const record = await parts.store.record(lookup);
  if (!isNamed(record)) {
    await parts.vault().pretend({ pin: input.pin });
    return fail({ code: 'not-on-this-tablet' });
  }
  const learnedAt = learned.get(lookup) ?? parts.monotonicNow();
  learned.set(lookup, learnedAt);
  const waitFor = waitLeft(record.failures, parts.monotonicNow() - learnedAt);
  if (waitFor > 0) return fail({ code: 'wait', waitFor });
  const failures = record.failures + 1;
  const counted = await parts.store.keepRecord(lookup, { ...record, failures, failuresSinceSignIn: record.failuresSinceSignIn + 1 });
  if (!counted.ok) return counted;
  const opened = await open(parts, enrolment, at, record, input.pin);
  if (!opened.ok) {
    learned.set(lookup, parts.monotonicNow());
    return fail({ code: 'wrong-pin', waitFor: waitAfterFailures(failures) });
  }
  learned.delete(lookup);
  // On a disk that filled up since, the count stays one too high: an inconvenience, not a loss.
  await parts.store.keepRecord(lookup, { ...record, failures: 0, failuresSinceSignIn: 0 });
  return opened;
}

type NamedRecord = VaultRecord & { readonly person: NonNullable<VaultRecord['person']> };
type Located = { readonly deviceSecret: Awaited<ReturnType<BrowserVaultStore['deviceSecret']>>; readonly place: WrapPlace };

function isNamed(record: VaultRecord | undefined): record is NamedRecord {
  return record?.person !== undefined;
}

async function open(parts: BrowserSignInParts, enrolment: BrowserEnrolment, at: Located, record: NamedRecord, pin: string) {
  const { personId, displayName } = record.person;
  const opened = await parts.vault().signIn({ wrap: record, pin, ...at, personId, gatewayKey: enrolment.gatewayKey });
  if (!opened.ok) return opened;
  const { lookup } = at.place;
  const { dataKey, keyring } = opened.value;
  const signedIn: SignedIn = { personId, displayName, lookup, dataKey, keyring, failuresSinceSignIn: record.failuresSinceSignIn };
  return ok(signedIn);
}

async function locate({ store, vault }: BrowserSignInParts, enrolment: BrowserEnrolment, prisonerNumber: string): Promise<Located> {
  const deviceSecret = await store.deviceSecret();
  const lookup = await vault().lookup({ deviceSecret, prisonerNumber });
  return { deviceSecret, place: { tabletId: enrolment.tabletId, lookup } };
}

async function makeSheet({ vault }: BrowserSignInParts): ReturnType<ShellPort['makeRecoverySheet']> {
  const made = await vault().makeSheet();
  return made.ok ? ok({ words: [...made.value.words], box: made.value.box }) : made;
}

type SheetInput = Parameters<ShellPort['readRecoverySheet']>[0];

/** What the words open is kept before it is answered, so that it is there ever after. */
async function readSheet({ store, vault }: BrowserSignInParts, lookup: string | undefined, input: SheetInput): ReturnType<ShellPort['readRecoverySheet']> {
  const record = lookup === undefined ? undefined : await store.record(lookup);
  if (lookup === undefined || record === undefined) return fail({ code: 'signed-out' });
  const found = await vault().readSheet(input);
  if (!found.ok) return found;
  const { wrapped, ...keys } = found.value;
  const kept = await store.keepRecord(lookup, { ...record, keyring: wrapped });
  return kept.ok ? ok(keys) : kept;
}
