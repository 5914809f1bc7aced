import { writeFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod/mini';
import { fail, ok, type Result } from '#protocol/result.ts';
import { createLog } from './http/create-log.ts';
import { type GatewaySettings, openGateway, type RunningGateway } from './open-gateway.ts';

const port = z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535));
const address = z.string().check(z.refine((text) => URL.canParse(text)));

/** The whole of what the gateway takes from its environment. */
const environmentSchema = z.object({
  THROUGHLINE_GATEWAY_DATA: z.string().check(z.refine(isAbsolute)),
  THROUGHLINE_GATEWAY_WEB_PORT: port,
  THROUGHLINE_GATEWAY_TABLET_PORT: port,
  /** Where the tablet door listens; 0.0.0.0 lets the tablets of the wing in. */
  THROUGHLINE_GATEWAY_TABLET_ADDRESS: z._default(z.string(), '127.0.0.1'),
  /** Comma-separated host names or addresses by which tablets and browsers reach this machine. */
  THROUGHLINE_GATEWAY_NAMES: z._default(z.string(), ''),
  /** The address browsers see when a TLS proxy stands before the web door, such as https://gateway.prison.example. */
  THROUGHLINE_GATEWAY_WEB_ORIGIN: z.optional(address),
  THROUGHLINE_FAMILY_URL: z.optional(address),
  THROUGHLINE_FAMILY_LINK_TOKEN: z.optional(z.string().check(z.minLength(16))),
  DATABASE_URL: z.optional(address),
});

const BODY_TIMEOUT = 20_000;
/** A tablet fetching a pack of a thousand files, twice over. */
const REQUESTS_PER_MINUTE = 3000;
/** Longest wait for requests under way before the process ends anyway. */
const CLOSE_LIMIT = 10_000;

/** What each setting should have been, for the sentence when it is not. */
const WANTED: Readonly<Record<string, string>> = {
  THROUGHLINE_GATEWAY_DATA: 'an absolute path of a folder',
  THROUGHLINE_GATEWAY_WEB_PORT: 'a port number',
  THROUGHLINE_GATEWAY_TABLET_PORT: 'a port number',
  THROUGHLINE_GATEWAY_WEB_ORIGIN: 'an address such as https://gateway.prison.example',
  THROUGHLINE_FAMILY_URL: 'an address such as http://localhost:4403',
  THROUGHLINE_FAMILY_LINK_TOKEN: 'at least 16 characters',
  DATABASE_URL: 'an address such as postgres://user@host/database',
};

function readEnvironment(
  environment: NodeJS.ProcessEnv,
): Result<GatewaySettings, { readonly code: 'environment'; readonly sentence: string }> {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    return fail({ code: 'environment', sentence: `Set ${name} to ${WANTED[name] ?? 'something else'}.` });
  }
  const { data } = parsed;
  const { THROUGHLINE_FAMILY_URL: url, THROUGHLINE_FAMILY_LINK_TOKEN: token } = data;
  if ((url === undefined) !== (token === undefined))
    return fail({
      code: 'environment',
      sentence: 'Set THROUGHLINE_FAMILY_URL and THROUGHLINE_FAMILY_LINK_TOKEN, both or neither.',
    });
  const publicOrigin =
    data.THROUGHLINE_GATEWAY_WEB_ORIGIN === undefined ? undefined : new URL(data.THROUGHLINE_GATEWAY_WEB_ORIGIN);
  const names = data.THROUGHLINE_GATEWAY_NAMES.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return ok({
    dataFolder: data.THROUGHLINE_GATEWAY_DATA,
    postgresUrl: data.DATABASE_URL,
    webPort: data.THROUGHLINE_GATEWAY_WEB_PORT,
    tabletPort: data.THROUGHLINE_GATEWAY_TABLET_PORT,
    tabletAddress: data.THROUGHLINE_GATEWAY_TABLET_ADDRESS,
    names: publicOrigin === undefined ? names : [...names, publicOrigin.hostname],
    publicOrigin,
    family: url === undefined || token === undefined ? undefined : { url, token },
    pagesFolder: fileURLToPath(new URL('../out', import.meta.url)),
    packCommand: {
      program: process.execPath,
      args: [fileURLToPath(new URL('../scripts/throughline.mts', import.meta.url))],
    },
    bodyTimeoutMs: BODY_TIMEOUT,
    requestsPerMinute: REQUESTS_PER_MINUTE,
  });
}

async function start(): Promise<void> {
  const settings = readEnvironment(process.env);
  if (!settings.ok) return stopWith(settings.error.sentence);
  const gateway = await openGateway(settings.value, createLog(process.stderr), () => Date.now()).catch(
    (error: unknown) => describeStart(error, settings.value),
  );
  if (!gateway.ok) return stopWith(gateway.error.sentence);
  const { webUrl, tabletUrl, caPem } = gateway.value;
  // For whoever started us with ports of the system's choosing.
  writeFileSync(`${settings.value.dataFolder}/doors.json`, `${JSON.stringify({ webUrl, tabletUrl, caPem })}\n`, {
    mode: 0o600,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(gateway.value));
  process.stdout.write(`gateway ready web=${webUrl} tablets=${tabletUrl}\n`);
}

async function stop(gateway: RunningGateway): Promise<void> {
  setTimeout(() => process.exit(1), CLOSE_LIMIT).unref();
  await gateway.close();
  process.exit(0);
}

function describeStart(
  error: unknown,
  settings: GatewaySettings,
): Result<never, { readonly code: 'start'; readonly sentence: string }> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const taken = error instanceof Error && 'port' in error ? Number(error.port) : 0;
  if (code === 'EADDRINUSE')
    return fail({
      code: 'start',
      sentence: `Port ${String(taken)} is taken by another program. Choose another, or stop that program.`,
    });
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR')
    return fail({
      code: 'start',
      sentence: `The folder ${settings.dataFolder} cannot be written. Give it to the user the gateway runs as.`,
    });
  if (code === 'ENOSPC' || code === 'EFBIG')
    return fail({ code: 'start', sentence: `The disk of ${settings.dataFolder} is full. Make room and start again.` });
  return fail({
    code: 'start',
    sentence: error instanceof Error ? (error.message.split('\n')[0] ?? 'The gateway could not start.') : String(error),
  });
}

function stopWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  // At once: a half-opened gateway must not linger.
  process.exit(1);
}

await start();
