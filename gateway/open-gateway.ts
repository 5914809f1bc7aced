import { type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { fail, ok, type Result } from '#protocol/result.ts';
import { createTakeAlerts } from './alerts/take-alerts.ts';
import { createApp } from './app.ts';
import { keepCheckpoint } from './audit/checkpoint-file.ts';
import { watchBackupMark } from './backup/backup-mark.ts';
import { type DatabasePlace, openDatabase } from './db/database.ts';
import type { DatabaseFault, GatewayDatabase } from './db/gateway-database.ts';
import { holdDataFolder } from './db/hold-data-folder.ts';
import { type ComposedFeatures, composeFeatures } from './features.ts';
import { allMigrations } from './migrations.ts';
import type { PublicOrigin } from './http/door-context.ts';
import type { GatewayFeature } from './http/gateway-feature.ts';
import { releaseKeyOf } from './packs/release-list.ts';
import type { PackCommand } from './packs/run-pack-command.ts';
import { openSecrets } from './secrets/gateway-secrets.ts';
import { createSeals } from './sync/seals.ts';
import { createExchange } from './sync/exchange.ts';
import { offerFirstAdministrator } from './staff/first-administrator.ts';
import { createSignInBrake } from './staff/sign-in-brake.ts';
import { type Authority, openAuthority } from './tablets-ca/authority.ts';

/** Everything a gateway is told from outside; read from the environment by start.ts, or given by a test. */
export type GatewaySettings = {
  /** Absolute; made when missing. Keys, the embedded database and the packs' files are below it. */
  readonly dataFolder: string;
  /** PostgreSQL instead of the embedded database. */
  readonly postgresUrl?: string | undefined;
  /** 0 lets the system choose. */
  readonly webPort: number;
  readonly tabletPort: number;
  /** Address the tablet door listens on: loopback unless tablets are to reach it. */
  readonly tabletAddress: string;
  readonly names: readonly string[];
  readonly publicOrigin: PublicOrigin;
  readonly family: { readonly url: string; readonly token: string } | undefined;
  readonly pagesFolder: string;
  /** Runs the command line, which judges packs in a process of its own. */
  readonly packCommand: PackCommand;
  readonly bodyTimeoutMs: number;
  readonly requestsPerMinute: number;
};

/** A gateway that answers. */
export type RunningGateway = {
  readonly webUrl: string;
  readonly tabletUrl: string;
  readonly caPem: string;
  readonly web: FastifyInstance;
  /** What is put together at the web door. */
  readonly features: readonly GatewayFeature[];
  readonly database: GatewayDatabase;
  /** Answers what is under way, writes what is waiting, and closes. */
  readonly close: () => Promise<void>;
};

/** Opens the data, then the doors. A database that cannot be used is a value; everything else that fails is thrown. */
export async function openGateway(
  settings: GatewaySettings,
  log: FastifyBaseLogger,
  clock: () => number,
): Promise<Result<RunningGateway, DatabaseFault>> {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  const held = holdDataFolder(settings.dataFolder);
  if (!held.ok)
    return fail({ code: 'not-leader', sentence: `Another gateway is using ${settings.dataFolder}. Stop it first.` });
  // Whatever was opened is closed again, newest first: also when a later part cannot be.
  const closing: (() => Promise<unknown>)[] = [async () => held.value.release()];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const opened = await openDatabase({ ...placeOf(settings), migrations: allMigrations, clock });
    if (!opened.ok) {
      await close();
      return opened;
    }
    closing.push(() => opened.value.close());
    return ok({ ...(await openDoors({ settings, database: opened.value, log, clock, closing })), close });
  } catch (error) {
    await close();
    throw error;
  }
}

type Opening = {
  readonly settings: GatewaySettings;
  readonly database: GatewayDatabase;
  readonly log: FastifyBaseLogger;
  readonly clock: () => number;
  readonly closing: (() => Promise<unknown>)[];
};

async function openDoors(opening: Opening): Promise<Omit<RunningGateway, 'close'>> {
  const { settings, database, log, clock, closing } = opening;
  const { dataFolder } = settings;
  const authority = await openAuthority(`${dataFolder}/tablets-ca`, settings.names);
  closing.push(
    keepCheckpoint(database, dataFolder, (error) => log.error({ err: error }, 'the audit mark could not be written')),
  );
  closing.push(
    watchBackupMark(database, dataFolder, (error) =>
      log.error({ err: error }, 'the back-up mark could not be taken up'),
    ),
  );
  const composed = await openFeatures(opening, authority);
  closing.push(composed.stop);
  const shared = {
    ...settings,
    ...composed,
    database,
    log,
    clock,
    uptime,
    authority,
    brake: createSignInBrake(),
    firstAdministrator: await offerFirstAdministrator(database, dataFolder),
  };
  const [web, tablet] = await Promise.all([createApp(shared, 'web'), createApp(shared, 'tablet')]);
  closing.push(() => Promise.all([web.close(), tablet.close()]));
  await web.listen({ port: settings.webPort, host: '127.0.0.1' });
  await tablet.listen({ port: settings.tabletPort, host: settings.tabletAddress });
  return {
    webUrl: settings.publicOrigin?.origin ?? `http://localhost:${String(portOf(web))}`,
    tabletUrl: `https://${settings.names[0] ?? 'localhost'}:${String(portOf(tablet))}`,
    caPem: authority.caPem,
    web,
    features: composed.features('web'),
    database,
  };
}

async function openFeatures(opening: Opening, authority: Authority): Promise<ComposedFeatures> {
  const { settings, database, log, clock } = opening;
  const secrets = await openSecrets(settings.dataFolder);
  const seals = await createSeals(secrets.gatewayKey.privateKey);
  writeReleaseKey(settings.dataFolder, secrets.releaseKey);
  const { dataFolder, packCommand, family } = settings;
  const secureCookies = settings.publicOrigin?.protocol === 'https:';
  return composeFeatures({
    ...{ database, dataFolder, secrets, authority, clock, uptime, secureCookies, packCommand, family, log },
    createExchange: (features, people, onReport, placeOf) =>
      createExchange({
        database,
        people,
        seals,
        secret: secrets.syncSecret,
        boot: randomBytes(16).toString('hex'),
        features,
        clock,
        onReport,
        takeAlerts: createTakeAlerts({ database, people, seals, placeOf, randomBytes }),
        onFault: (operationId, error) => log.error({ operationId, err: error }, 'an operation failed'),
      }),
  });
}

/** For whoever has the root key: they name it in the roles document, and tablets then believe this gateway's lists. */
function writeReleaseKey(dataFolder: string, key: KeyObject): void {
  mkdirSync(`${dataFolder}/keys`, { recursive: true, mode: 0o700 });
  writeFileSync(`${dataFolder}/keys/release.public.json`, `${JSON.stringify(releaseKeyOf(key), null, 2)}\n`);
}

/** Milliseconds on a clock nobody can set back. */
function uptime(): number {
  return performance.now();
}

function placeOf(settings: GatewaySettings): DatabasePlace {
  return settings.postgresUrl === undefined
    ? { sqlitePath: `${settings.dataFolder}/gateway.db` }
    : { postgresUrl: settings.postgresUrl };
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
