import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { replyInfo, replyTextSchema, type LinkReply } from '#protocol/family-link/schema.ts';

/** Opens one reply; undefined when it was not sealed to this prison as this message, or holds no message text. */
export type OpenReply = (reply: LinkReply) => Promise<string | undefined>;

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** HPKE base mode (RFC 9180), P-256. Takes the gateway's private key, 32 raw bytes. */
export async function createReplyOpener(privateKey: Uint8Array): Promise<OpenReply> {
  const recipientKey = await suite.kem.deserializePrivateKey(toBuffer(privateKey));
  return async (reply) => {
    try {
      const info = toBuffer(Buffer.from(replyInfo(reply.contactId, reply.messageId)));
      const enc = toBuffer(Buffer.from(reply.enc, 'base64url'));
      const plain = await suite.open({ recipientKey, enc, info }, toBuffer(Buffer.from(reply.box, 'base64url')));
      const text = replyTextSchema.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
      return text.success ? text.data.body : undefined;
    } catch {
      // A wrong key, a changed byte, no JSON: in every case it is not what a family sealed for us.
      return undefined;
    }
  };
}

/** A plain ArrayBuffer with exactly these bytes, as HPKE wants it. */
function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
