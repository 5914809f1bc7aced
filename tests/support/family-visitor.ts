import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { randomUUID } from 'node:crypto';
import { replyInfo } from '../../protocol/family-link/schema.ts';

type Json = Record<string, unknown>;

/** Someone outside with a browser, without the pictures: the calls the portal's page makes. */
export type FamilyVisitor = {
  readonly call: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly body: Json }>;
  readonly join: (code: string, signInName?: string) => Promise<void>;
  readonly thread: () => Promise<{ readonly contactId: string; readonly messages: readonly Json[] }>;
  /** Seals a reply as the page does and hands it over; returns its id. */
  readonly write: (body: string) => Promise<string>;
};

/** Opens a visitor's browser at the portal. */
export function createFamilyVisitor(url: string): FamilyVisitor {
  let cookie = '';
  const call: FamilyVisitor['call'] = async (method, path, body) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        cookie,
        ...(method === 'GET' ? {} : { origin: url }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return { status: response.status, body: (await response.json()) as Json };
  };
  const thread = async () => {
    const session = await call('GET', '/session');
    const [person] = session.body['people'] as { contactId: string }[];
    if (person === undefined) throw new Error('This visitor has nobody to write to');
    const { body } = await call('GET', `/people/${person.contactId}`);
    return {
      contactId: person.contactId,
      gatewayKey: body['gatewayKey'] as string,
      messages: body['messages'] as Json[],
    };
  };
  return {
    call,
    thread,
    join: async (code, signInName = `visitor-${randomUUID()}`) => {
      const { status, body } = await call('POST', '/accounts', { code, signInName, password: 'a long password' });
      if (status !== 200) throw new Error(`Could not join: ${JSON.stringify(body)}`);
    },
    write: async (body) => {
      const { contactId, gatewayKey } = await thread();
      const messageId = randomUUID();
      const sealed = await sealReply({ contactId, messageId, gatewayKey, body });
      const answer = await call('POST', `/people/${contactId}/messages`, { messageId, ...sealed });
      if (answer.status !== 200) throw new Error(`Not taken: ${JSON.stringify(answer.body)}`);
      return messageId;
    },
  };
}

/** Seals a reply to a gateway's key (65 raw bytes as base64url), as the page does. */
export async function sealReply(reply: {
  readonly contactId: string;
  readonly messageId: string;
  readonly gatewayKey: string;
  readonly body: string;
}): Promise<{ readonly enc: string; readonly box: string }> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(plain(Buffer.from(reply.gatewayKey, 'base64url')));
  const info = plain(Buffer.from(replyInfo(reply.contactId, reply.messageId)));
  const sealed = await suite.seal(
    { recipientPublicKey, info },
    plain(Buffer.from(JSON.stringify({ body: reply.body }))),
  );
  return { enc: Buffer.from(sealed.enc).toString('base64url'), box: Buffer.from(sealed.ct).toString('base64url') };
}

function plain(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
