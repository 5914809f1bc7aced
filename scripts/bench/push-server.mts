import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { ok } from '#protocol/result.ts';
import { exchangeRequestSchema } from '#protocol/sync/exchange.ts';
import { progressOperationSchema } from '#protocol/education/schema.ts';
import { openDatabase } from '../../gateway/db/database.ts';
import { appendChange, personAudience } from '../../gateway/sync/change-log.ts';
import { createExchange } from '../../gateway/sync/exchange.ts';
import { createSeals } from '../../gateway/sync/seals.ts';
import { syncMigrations } from '../../gateway/sync/sync-tables.ts';
import type { ApplyOperation } from '../../gateway/sync/push-dependencies.ts';
import { withOneTransactionPerRequest } from './one-transaction-per-request.mts';
import type { PushPlan } from './push-plan.mts';

// A process of its own for one side of the durable-push figure: the same handler over the database that argv names.
// `push-server.mts <plan.json> sqlite:<path>` or `… postgres:<address>`; prints its port when it listens.

const [, , planPath = '', place = ''] = process.argv;
const plan = JSON.parse(readFileSync(planPath, 'utf8')) as PushPlan;
const keys = new Map(plan.people.map((person) => [person.personId, Buffer.from(person.publicKey, 'base64url')]));
const tablets = new Map(plan.people.map((person) => [person.tabletId, new Set([person.personId as string])]));

/** The work of one operation: parse it, and put its records on the person's stream, as the education feature does. */
const applyProgress: ApplyOperation = async (tx, operation, context) => {
  const { events } = progressOperationSchema.parse(operation.payload);
  for (const event of events) await appendChange(tx, { audience: personAudience(context.personId), record: 'education.progress', id: event.eventId, put: event });
  return ok(undefined);
};

async function open() {
  const options = { migrations: syncMigrations, clock: Date.now };
  if (place.startsWith('sqlite:')) return openDatabase({ ...options, sqlitePath: place.slice('sqlite:'.length) });
  const opened = await openDatabase({ ...options, postgresUrl: place.slice('postgres:'.length) });
  return opened.ok ? ok(withOneTransactionPerRequest(opened.value, place.slice('postgres:'.length))) : opened;
}

const database = await open();
if (!database.ok) throw new Error(database.error.sentence);
const exchange = await createExchange({
  database: database.value,
  people: {
    keysOf: (_tablet, person) => Promise.resolve([new Uint8Array(keys.get(person) ?? [])]),
    peopleOf: (tablet) => Promise.resolve(tablets.get(tablet) ?? new Set()),
  },
  seals: await createSeals(Buffer.from(plan.gatewayPrivateKey, 'base64url')),
  secret: Buffer.alloc(32, 7),
  boot: 'bench',
  features: new Map([['education', applyProgress]]),
  clock: Date.now,
  onReport: () => undefined,
  onFault: (_id, error) => { throw error; },
});
const app = Fastify({ bodyLimit: 256 * 1024 });
app.post('/tablet/exchange', async (request) => {
  const tablet = tabletOf(request.headers['x-tablet']);
  return exchange(tablet, exchangeRequestSchema.parse(request.body));
});
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${address}\n`);
process.on('SIGTERM', () => { void app.close().then(() => process.exit(0)); });

function tabletOf(header: unknown): PushPlan['people'][number]['tabletId'] {
  const person = plan.people.find((one) => one.tabletId === header);
  if (person === undefined) throw new Error('No such tablet in the plan');
  return person.tabletId;
}
