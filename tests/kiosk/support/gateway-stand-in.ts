import { createHash, generateKeyPairSync, sign, webcrypto, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { signedMessage } from '../../../protocol/packs/verify-pack.ts';
import { createPrisonAuthority, type PrisonAuthority } from './prison-authority.ts';

/** What one request is answered with. */
export type StandInAnswer = { readonly status: number; readonly body: unknown };
type Received = {
  readonly path: string;
  readonly body: unknown;
  readonly range: string | undefined;
  readonly hasCertificate: boolean;
};

/**
 * Stands in for the gateway in tests of the shell alone: real TLS, real client certificates, answers that a test can
 * change. Flows against the real gateway are in tests/flows.
 */
export type GatewayStandIn = {
  readonly url: string;
  readonly authority: PrisonAuthority;
  /** Raw P-256 public key that operations are sealed to, base64url, and its private half as JWK. */
  readonly publicKey: string;
  readonly received: readonly Received[];
  /** Answers the next and all later requests whose path begins so; undefined means: never answer. */
  readonly answer: (pathStart: string, how: (request: Received) => StandInAnswer | Buffer | undefined) => void;
  readonly close: () => Promise<void>;
};

export const TABLET_ID = '0193a000-0000-7000-8000-000000000001';
const PEOPLE: Readonly<Record<string, { readonly personId: string; readonly displayName: string }>> = {
  A1234BC: { personId: '0193a000-0000-7000-8000-00000000000a', displayName: 'Sam' },
  B5678DE: { personId: '0193a000-0000-7000-8000-00000000000b', displayName: 'Alex' },
};

export async function startGatewayStandIn(): Promise<GatewayStandIn> {
  const authority = await createPrisonAuthority();
  const server = await authority.signServer();
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const publicKey = Buffer.from(await webcrypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url');
  const received: Received[] = [];
  const answers: [string, (request: Received) => StandInAnswer | Buffer | undefined | Promise<StandInAnswer>][] = [
    ['/tablet/enrol', async ({ body }) => ({ status: 200, body: await enrolReply(authority, publicKey, body) })],
    ['/tablet/first-sign-in', ({ body }) => firstSignIn(body)],
  ];
  const https = createServer(
    {
      key: server.key,
      cert: server.certificate,
      ca: authority.caPem,
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
    },
    (request, response) => void handle(request, response),
  );
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const one = {
      path,
      body: await readJson(request),
      range: request.headers.range,
      hasCertificate: (request.socket as TLSSocket).authorized,
    };
    received.push(one);
    const how = [...answers].reverse().find(([start]) => path.startsWith(start))?.[1];
    const answer = how === undefined ? { status: 404, body: { code: 'not-found' } } : await how(one);
    if (answer === undefined) return;
    if (Buffer.isBuffer(answer)) sendBytes(response, answer, one.range);
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  };
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${String((https.address() as AddressInfo).port)}`,
    authority,
    publicKey,
    received,
    answer: (pathStart, how) => answers.push([pathStart, how]),
    close: async () => {
      https.closeAllConnections();
      await new Promise((resolve) => https.close(resolve));
    },
  };
}

async function enrolReply(authority: PrisonAuthority, gatewayKey: string, body: unknown): Promise<unknown> {
  const { publicKey } = body as { publicKey: string };
  const certificate = await authority.signTablet(TABLET_ID, Buffer.from(publicKey, 'base64url'));
  return { tabletId: TABLET_ID, name: 'B2-14', establishment: 'HMP Test', certificate, gatewayKey, packKeys: [] };
}

/** Knows two people and one code; the same key again has the effect of once. */
function firstSignIn(body: unknown): StandInAnswer {
  const { prisonerNumber, code } = body as { prisonerNumber: string; code: string };
  const person = PEOPLE[prisonerNumber];
  if (person === undefined) return { status: 404, body: { code: 'person-unknown' } };
  return code === 'BCDFGHJK' ? { status: 200, body: person } : { status: 403, body: { code: 'code-unknown' } };
}

function sendBytes(response: ServerResponse, bytes: Buffer, range: string | undefined): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
  response.writeHead(from === undefined ? 200 : 206, { 'content-type': 'application/octet-stream' }).end(part);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return pieces.length === 0 ? undefined : JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

/** A signing key as a publisher has one. */
export function createPackKey(keyId = 'publisher-1'): {
  readonly trusted: unknown;
  readonly sign: (manifest: string) => string;
} {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64url');
  return {
    trusted: { keyId, role: 'publisher', publicKey: raw },
    sign: (manifest) => signaturesOf(privateKey, keyId, manifest),
  };
}

function signaturesOf(key: KeyObject, keyId: string, manifest: string): string {
  const hash = createHash('sha256').update(manifest).digest('hex');
  const signature = sign(null, signedMessage(hash), key).toString('base64url');
  return JSON.stringify([{ keyId, role: 'publisher', signature }]);
}
