import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { createLog } from '../../gateway/http/create-log.ts';
import { type GatewaySettings, openGateway, type RunningGateway } from '../../gateway/open-gateway.ts';
import type { GatewayFeature } from '../../gateway/http/gateway-feature.ts';
import type { StaffRole } from '../../gateway/staff/staff-api.ts';

/** A gateway hashes passwords, makes keys and flushes to disk: on a busy machine that takes its time. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

/** A reply as a test looks at it. */
export type SeenReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: any;
  readonly bytes: Buffer;
};

/** What a test sends. `body` is JSON unless it is text or bytes already. */
export type Sent = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Somebody at a door, with their cookies or certificate. */
export type Caller = {
  readonly call: (method: string, path: string, sent?: Sent) => Promise<SeenReply>;
  readonly cookie: () => string;
};

/** A real gateway on loopback ports of the system's choosing, in a folder of its own. */
export type GatewayInTest = {
  readonly gateway: RunningGateway;
  readonly folder: string;
  readonly log: readonly string[];
  /** Every route of the web door, as registered. */
  readonly routes: readonly { readonly method: string; readonly path: string; readonly action: string | undefined }[];
  readonly features: readonly GatewayFeature[];
  /** A browser with no session. */
  readonly browser: (headers?: Readonly<Record<string, string>>) => Caller;
  /** Somebody signed in with this role; made by the administrator at first use. */
  readonly as: (role: StaffRole) => Promise<Caller>;
  /** The tablet door, with a certificate or without. */
  readonly tablet: (identity?: TabletIdentity) => Caller;
  readonly moveClock: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
};

export type TabletIdentity = { readonly key: string; readonly cert: string };

export const PASSWORD = 'correct horse battery';

/** Starts a gateway for a test file. `folder` continues in an older folder, `clockAhead` milliseconds later. */
export async function startGatewayInTest(
  options: Partial<GatewaySettings> & { readonly folder?: string; readonly clockAhead?: number } = {},
): Promise<GatewayInTest> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'throughline-gateway-'));
  const log: string[] = [];
  let ahead = options.clockAhead ?? 0;
  const opened = await openGateway(
    { ...SETTINGS, ...options, dataFolder: folder },
    createLog({ write: (line) => log.push(line) }),
    () => Date.now() + ahead,
  );
  if (!opened.ok) throw new Error(opened.error.sentence);
  const gateway = opened.value;
  const browser = (headers: Readonly<Record<string, string>> = {}): Caller =>
    createCaller(gateway.webUrl, { origin: gateway.webUrl, ...headers });
  const callers = new Map<StaffRole, Caller>();
  const as = async (role: StaffRole): Promise<Caller> => {
    const known = callers.get(role);
    if (known !== undefined) return known;
    const caller = browser();
    if (role !== 'administrator')
      await (
        await as('administrator')
      ).call('POST', '/api/staff/accounts', {
        body: { username: `the-${role}`, name: `The ${role}`, role, password: PASSWORD },
      });
    const signedIn =
      role === 'administrator' ? await beAdministrator(caller, folder) : await signIn(caller, `the-${role}`);
    if (signedIn.status !== 200) throw new Error(`Could not sign in as ${role}: ${JSON.stringify(signedIn.body)}`);
    callers.set(role, caller);
    return caller;
  };
  return {
    gateway,
    folder,
    log,
    routes: gateway.web.declaredRoutes,
    features: gateway.features,
    browser,
    as,
    tablet: (identity) => createCaller(gateway.tabletUrl, {}, { ca: gateway.caPem, ...identity }),
    moveClock: (milliseconds) => (ahead += milliseconds),
    close: async () => {
      await gateway.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signs a browser in. */
export function signIn(caller: Caller, username: string, password: string = PASSWORD): Promise<SeenReply> {
  return caller.call('POST', '/api/staff/session', { body: { username, password } });
}

/** A key pair of a tablet: the private half as PEM, the public half as base64url of its SPKI. */
export function makeTabletKey(): { readonly keyPem: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
  };
}

/** A person's public key as 65 raw bytes in base64url. */
export function makePersonKey(): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return rawPoint(publicKey).toString('base64url');
}

const SETTINGS: Omit<GatewaySettings, 'dataFolder'> = {
  webPort: 0,
  tabletPort: 0,
  tabletAddress: '127.0.0.1',
  names: [],
  publicOrigin: undefined,
  family: undefined,
  pagesFolder: fileURLToPath(new URL('../../out', import.meta.url)),
  packCommand: {
    program: process.execPath,
    args: [fileURLToPath(new URL('../../scripts/throughline.mts', import.meta.url))],
  },
  bodyTimeoutMs: 20_000,
  requestsPerMinute: 100_000,
};

async function beAdministrator(caller: Caller, folder: string): Promise<SeenReply> {
  let token: string;
  try {
    ({ token } = JSON.parse(readFileSync(join(folder, 'first-administrator.json'), 'utf8')));
  } catch {
    return signIn(caller, 'the-administrator');
  }
  return caller.call('POST', '/api/staff/first-administrator', {
    body: { token, username: 'the-administrator', name: 'The administrator', password: PASSWORD },
  });
}

function createCaller(
  url: string,
  headers: Readonly<Record<string, string>>,
  tls?: { readonly ca: string; readonly key?: string; readonly cert?: string },
): Caller {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookie,
    call: async (method, path, sent = {}) => {
      const withCookie = jar.size === 0 ? {} : { cookie: cookie() };
      const reply = await send(
        url,
        method,
        path,
        { ...sent, headers: { ...headers, ...withCookie, ...sent.headers } },
        tls,
      );
      for (const line of [reply.headers['set-cookie'] ?? []].flat()) {
        const [pair = ''] = line.split(';');
        const [name = '', value = ''] = pair.split('=');
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return reply;
    },
  };
}

function send(url: string, method: string, path: string, sent: Sent, tls: object | undefined): Promise<SeenReply> {
  const raw = typeof sent.body === 'string' || Buffer.isBuffer(sent.body);
  const bytes =
    sent.body === undefined
      ? undefined
      : raw
        ? Buffer.from(sent.body as string)
        : Buffer.from(JSON.stringify(sent.body));
  const headers = {
    ...(bytes === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(bytes.length) }),
    ...sent.headers,
  };
  // The address is taken as it is: a URL would tidy `/../` away before it is sent.
  const { hostname, port } = new URL(url);
  const request = (tls === undefined ? httpRequest : httpsRequest)({
    host: hostname,
    port,
    path,
    method,
    headers: withoutEmpty(headers),
    agent: false,
    servername: hostname,
    ...tls,
  });
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const all = Buffer.concat(parts);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: readBody(all), bytes: all });
      });
    });
    request.end(bytes);
  });
}

/** A header set to nothing is not sent. */
function withoutEmpty(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}

function readBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function rawPoint(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(-65);
}
