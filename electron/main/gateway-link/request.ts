import { Agent, request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '#protocol/result.ts';

/** How the tablet proves who it is: its certificate and the key it made itself. PEM. */
export type ClientCredential = { readonly certificate: string; readonly privateKey: string };

/** One call to the gateway. `path` begins with a slash; `body` is sent as JSON. */
export type GatewayCall = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** First and last byte wanted of a blob. */
  readonly range?: { readonly from: number; readonly to: number };
  /** More than this many bytes of answer and the call is given up. */
  readonly maxBytes: number;
  /** Takes the body piece by piece instead of collecting it. */
  readonly onPiece?: (piece: Buffer, status: number) => Promise<void>;
};

/** What came back; `body` is empty when `onPiece` took it. */
export type GatewayAnswer = { readonly status: number; readonly body: Buffer };

/** Asks the gateway. `unreachable`: no line, no trust, no answer in time, cut off. `too-large`: more than was allowed. */
export type GatewayRequester = (
  call: GatewayCall,
  credential?: ClientCredential,
) => Promise<Result<GatewayAnswer, { readonly code: 'unreachable' | 'too-large' }>>;

/**
 * The gateway promises an answer within 30 s when a whole prison asks at once; a client that gives up before that
 * makes the storm worse (performance.md 2.5, rule 3). Silence for this long means the line is dead.
 */
const SILENCE_MS = 45_000;
/** A cable that leads nowhere is told from a busy gateway by whether a connection comes about at all. */
const CONNECT_MS = 10_000;

/** Creates the only socket of the tablet: TLS 1.3 to one address, trusting one authority (security.md 5 M191). */
export function createGatewayRequester(gatewayUrl: string, authorityPem: string): GatewayRequester {
  const agents = new Map<string, Agent>();
  const agentFor = (credential: ClientCredential | undefined): Agent => {
    const name = credential?.certificate ?? '';
    const agent = agents.get(name) ?? createAgent(authorityPem, credential);
    agents.set(name, agent);
    return agent;
  };
  return (call, credential) => ask(new URL(call.path, gatewayUrl), call, agentFor(credential));
}

function createAgent(authorityPem: string, credential: ClientCredential | undefined): Agent {
  return new Agent({
    ca: authorityPem,
    minVersion: 'TLSv1.3',
    rejectUnauthorized: true,
    keepAlive: true,
    // An idle line is closed before the gateway closes it, so that no call is lost in between.
    timeout: SILENCE_MS,
    maxSockets: 4,
    ...(credential === undefined ? {} : { cert: credential.certificate, key: credential.privateKey }),
  });
}

async function ask(url: URL, call: GatewayCall, agent: Agent): ReturnType<GatewayRequester> {
  try {
    // A line kept open may have been closed by the gateway meanwhile; that is found out by using it.
    const answer = await send(url, call, agent).catch((cause: unknown) => {
      if (cause instanceof StaleLine) return send(url, call, agent);
      throw cause;
    });
    const body = await collect(answer, call);
    return body === undefined ? fail({ code: 'too-large' }) : ok({ status: answer.statusCode ?? 0, body });
  } catch {
    // Whatever it was (no route, wrong certificate, cut off), the tablet keeps everything and tries again later.
    return fail({ code: 'unreachable' });
  }
}

/** The connection was an old one and was closed before anything came back. */
class StaleLine extends Error {}

function send(url: URL, call: GatewayCall, agent: Agent): Promise<IncomingMessage> {
  const body = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body));
  return new Promise((resolve, reject) => {
    const request = httpsRequest(url, {
      method: call.method,
      agent,
      headers: {
        accept: 'application/json, application/octet-stream',
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': body.length }),
        ...(call.range === undefined ? {} : { range: `bytes=${String(call.range.from)}-${String(call.range.to)}` }),
      },
    });
    const tooSlow = setTimeout(() => request.destroy(new Error('no connection')), CONNECT_MS);
    request.on('socket', (socket) => {
      const connected = (): void => clearTimeout(tooSlow);
      if (socket.connecting) socket.once('secureConnect', connected);
      else connected();
    });
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error('silence')));
    request.on('response', resolve);
    request.on('error', (cause: NodeJS.ErrnoException) => {
      reject(request.reusedSocket && cause.code === 'ECONNRESET' ? new StaleLine() : cause);
    });
    request.on('close', () => clearTimeout(tooSlow));
    request.end(body);
  });
}

async function collect(answer: IncomingMessage, call: GatewayCall): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > call.maxBytes) {
      answer.destroy();
      return undefined;
    }
    if (call.onPiece === undefined) pieces.push(piece);
    else await call.onPiece(piece, answer.statusCode ?? 0);
  }
  if (!answer.complete) throw new Error('cut off');
  return Buffer.concat(pieces);
}
