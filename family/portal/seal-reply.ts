import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { replyInfo } from '#protocol/family-link/schema.ts';
import type { SendReply } from '../family-api.ts';

/** What is sealed: for whom, under which id, in which words. `gatewayKey` is the prison's key as the thread gives it. */
export type ReplyToSeal = {
  readonly contactId: string;
  readonly messageId: string;
  readonly gatewayKey: string;
  readonly body: string;
};

/**
 * Seals a reply to the prison's key (HPKE base mode, RFC 9180), in this browser: the family service cannot read it,
 * and it opens only as this message from this contact.
 */
export async function sealReply(reply: ReplyToSeal): Promise<Pick<SendReply, 'enc' | 'box'>> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(decodeBase64Url(reply.gatewayKey).buffer);
  const info = utf8(replyInfo(reply.contactId, reply.messageId));
  const sealed = await suite.seal({ recipientPublicKey, info }, utf8(JSON.stringify({ body: reply.body })));
  return { enc: encodeBase64Url(new Uint8Array(sealed.enc)), box: encodeBase64Url(new Uint8Array(sealed.ct)) };
}

function utf8(text: string): ArrayBuffer {
  return new Uint8Array(new TextEncoder().encode(text)).buffer;
}
