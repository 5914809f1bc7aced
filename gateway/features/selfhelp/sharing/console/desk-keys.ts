import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { argon2id } from 'hash-wasm';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { answerAad, deskKeyAad, roleGrantInfo, shareInfo, sharedBoxSchema, type ShareAnswer, type SharedBox } from '#protocol/selfhelp/sharing.ts';
import type { DeskKey, OpenedShare, SharingDesk } from '../staff-api.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Sealed = { readonly enc: string; readonly box: string };

/** 64 MiB, three passes: as for a PIN. The gateway's own hash of the password has another salt and says nothing of this key. */
const COST = { memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32 } as const;
const NONCE_BYTES = 12;
const SALT_BYTES = 16;

/** A key pair that never leaves this page but sealed: the private half raw, the public half as base64url. */
export type OpenKey = { readonly privateKey: Bytes; readonly publicKey: string };

function createSuite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** A new P-256 pair (ADR 0013). */
export async function makeKey(): Promise<OpenKey> {
  const { kem } = createSuite();
  const pair = await kem.generateKeyPair();
  return {
    privateKey: new Uint8Array(await kem.serializePrivateKey(pair.privateKey)),
    publicKey: encodeBase64Url(new Uint8Array(await kem.serializePublicKey(pair.publicKey))),
  };
}

/** Wraps the caller's own key under their password, in this browser: the gateway is sent the wrap alone. */
export async function wrapDeskKey(key: OpenKey, password: string, staffId: string): Promise<DeskKey> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const wrapped = await seal(await passwordKey(password, salt), key.privateKey, deskKeyAad(staffId));
  return { publicKey: key.publicKey, salt: encodeBase64Url(salt), wrapped: encodeBase64Url(wrapped) };
}

/** Opens the caller's own key, or undefined for a wrong password. */
export async function openDeskKey(wrap: DeskKey, password: string, staffId: string): Promise<OpenKey | undefined> {
  const privateKey = await open(await passwordKey(password, decodeBase64Url(wrap.salt)), decodeBase64Url(wrap.wrapped), deskKeyAad(staffId));
  return privateKey === undefined ? undefined : { privateKey, publicKey: wrap.publicKey };
}

/** Seals a role's private key to a member of staff. */
export async function sealRoleKey(roleKey: OpenKey, place: { readonly role: SharingDesk['role']; readonly keyNumber: number; readonly staffId: string }, publicKey: string): Promise<Sealed> {
  const suite = createSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(decodeBase64Url(publicKey));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: utf8(roleGrantInfo(place.role, place.keyNumber, place.staffId)) });
  const box = await sender.seal(roleKey.privateKey);
  return { enc: encodeBase64Url(new Uint8Array(sender.enc)), box: encodeBase64Url(new Uint8Array(box)) };
}

/** Opens the role's private key with the caller's own; undefined when it was not sealed to them. */
export async function openRoleKey(desk: Pick<SharingDesk, 'role' | 'staffId' | 'roleKey' | 'grant'>, own: OpenKey): Promise<OpenKey | undefined> {
  if (desk.roleKey === null || desk.grant === null) return undefined;
  const privateKey = await openSealed(own, desk.grant, roleGrantInfo(desk.role, desk.roleKey.keyNumber, desk.staffId));
  return privateKey === undefined ? undefined : { privateKey, publicKey: desk.roleKey.publicKey };
}

/** Opens a shared page; undefined when it was sealed to another key, or moved to another person, share or time. */
export async function openSharedPage(opened: OpenedShare, role: SharingDesk['role'], roleKey: OpenKey): Promise<SharedBox | undefined> {
  const { shareId, personId, until } = opened.share;
  const plain = await openSealed(roleKey, opened, shareInfo({ shareId, personId, role, until }));
  return plain === undefined ? undefined : sharedBoxSchema.safeParse(JSON.parse(new TextDecoder().decode(plain))).data;
}

/** Seals an answer under the key that came with the page: its person opens it, and the gateway does not. */
export async function sealAnswer(answer: ShareAnswer, answerKey: string, shareId: string, answerId: string): Promise<string> {
  return encodeBase64Url(await seal(decodeBase64Url(answerKey), utf8(JSON.stringify(answer)), answerAad(shareId, answerId)));
}

async function passwordKey(password: string, salt: Bytes): Promise<Bytes> {
  return new Uint8Array(await argon2id({ ...COST, password: password.normalize('NFC'), salt, outputType: 'binary' }));
}

async function openSealed(key: OpenKey, sealed: Sealed, info: string): Promise<Bytes | undefined> {
  const suite = createSuite();
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(key.privateKey);
    const recipient = await suite.createRecipientContext({ recipientKey, enc: decodeBase64Url(sealed.enc), info: utf8(info) });
    return new Uint8Array(await recipient.open(decodeBase64Url(sealed.box)));
  } catch {
    return undefined;
  }
}

async function seal(key: Bytes, plain: Bytes, aad: string): Promise<Bytes> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const body = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(aad) }, await importKey(key), plain));
  const sealed = new Uint8Array(NONCE_BYTES + body.length);
  sealed.set(nonce);
  sealed.set(body, NONCE_BYTES);
  return sealed;
}

async function open(key: Bytes, sealed: Bytes, aad: string): Promise<Bytes | undefined> {
  try {
    const how = { name: 'AES-GCM', iv: sealed.subarray(0, NONCE_BYTES), additionalData: utf8(aad) };
    return new Uint8Array(await crypto.subtle.decrypt(how, await importKey(key), sealed.subarray(NONCE_BYTES)));
  } catch {
    return undefined;
  }
}

function importKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
