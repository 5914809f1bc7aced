import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod/mini';
import { createFamilyApp } from './app.ts';
import { openFamilyDatabase, type FamilyDatabase } from './db/open-family-database.ts';

/** The settings of the family service, from the environment. */
const settingsSchema = z.object({
  /** The folder of its database. */
  THROUGHLINE_FAMILY_DATA: z.string().check(z.minLength(1)),
  THROUGHLINE_FAMILY_PORT: z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)),
  /** The secret shared with the prison's gateway, at least 32 characters. */
  THROUGHLINE_FAMILY_LINK_TOKEN: z.string().check(z.minLength(32)),
  /** The address families see, behind a proxy that ends TLS. Left out: plain HTTP on this machine only. */
  THROUGHLINE_FAMILY_ORIGIN: z.optional(z.string().check(z.regex(/^https?:\/\/[^/]+$/))),
});

/** Requests of one address in a minute, over all routes. */
const REQUESTS_PER_MINUTE = 600;

await start();

async function start(): Promise<void> {
  const settings = settingsSchema.safeParse(process.env);
  if (!settings.success) {
    const names = [...new Set(settings.error.issues.map((issue) => String(issue.path[0])))];
    return stopWith(`The family service needs these settings, each in its right form: ${names.join(', ')}.`);
  }
  const {
    THROUGHLINE_FAMILY_DATA: folder,
    THROUGHLINE_FAMILY_PORT: port,
    THROUGHLINE_FAMILY_ORIGIN: origin,
  } = settings.data;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opened = openFamilyDatabase(join(folder, 'family.sqlite'));
  if (!opened.ok) return stopWith(opened.error.sentence);
  const app = await createFamilyApp({
    database: opened.value,
    clock: () => Date.now(),
    linkToken: settings.data.THROUGHLINE_FAMILY_LINK_TOKEN,
    portalFolder: fileURLToPath(new URL('../out/portal', import.meta.url)),
    origin,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    logger: { level: 'warn', stream: process.stderr },
  });
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    return stopWith(
      taken
        ? `Port ${String(port)} is taken by another program. Choose another with THROUGHLINE_FAMILY_PORT.`
        : `The family service cannot listen on port ${String(port)}.`,
    );
  }
  stopOnSignal(app, opened.value);
  const address = app.server.address();
  const given = typeof address === 'object' && address !== null ? address.port : port;
  console.log(`family ready http://localhost:${String(given)}`);
}

/** Finishes what is being answered, closes the database, and ends. */
function stopOnSignal(app: FastifyInstance, database: FamilyDatabase): void {
  const stop = async (): Promise<void> => {
    await app.close();
    await database.destroy();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

function stopWith(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
