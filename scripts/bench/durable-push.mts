import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import { makeRow, median, type BenchRow } from './bench-row.mts';
import { makePushPlan, type SealPush } from './push-plan.mts';

const CONNECTIONS = 50;
const OPERATIONS = 20;
const ROUNDS = 5;
const ROUND_MS = 2500;

/**
 * Durable HTTP push of 20 operations, group commit on SQLite with full flushes, against the same handler with one
 * transaction per request on PostgreSQL with eight connections and its own default flushing. Rounds are interleaved,
 * medians compared, and a lost or refused operation fails the figure.
 */
export async function benchDurablePush(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-push-'));
  const postgres = await startPostgres('always');
  const subject = await startSide(folder, 'subject', `sqlite:${join(folder, 'gateway.db')}`);
  const peer = await startSide(folder, 'peer', `postgres:${await postgres.createDatabase()}`);
  try {
    const rates = { subject: [] as number[], peer: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.subject.push(await runRound(subject, readyFor(rates.subject)));
      rates.peer.push(await runRound(peer, readyFor(rates.peer)));
    }
    return [makeRow('durable push of 20 operations, pushes per second: group commit on SQLite / one PostgreSQL transaction per request', median(rates.subject), median(rates.peer), { atLeast: 3 })];
  } finally {
    subject.stop();
    peer.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Side = { readonly address: string; readonly clients: readonly Client[]; readonly stop: () => void };
type Client = { readonly tabletId: string; readonly seal: SealPush; readonly agent: Agent; readonly ready: string[] };

async function startSide(folder: string, name: string, place: string): Promise<Side> {
  const { plan, sealers } = await makePushPlan(CONNECTIONS);
  const planPath = join(folder, `${name}.json`);
  writeFileSync(planPath, JSON.stringify(plan));
  const server = spawn(process.execPath, [new URL('push-server.mts', import.meta.url).pathname, planPath, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const clients = plan.people.map((person, at) => ({ tabletId: person.tabletId, seal: sealers[at] ?? (() => []), agent: new Agent({ keepAlive: true, maxSockets: 1 }), ready: [] }));
  return { address: line.toString().trim(), clients, stop: () => server.kill('SIGTERM') };
}

/** Bodies each client should have ready before a round: half as many again as the round before took. */
function readyFor(rates: readonly number[]): number {
  return Math.ceil(((rates.at(-1) ?? 400) * ROUND_MS * 1.5) / 1000 / CONNECTIONS);
}

/**
 * Every client pushes as fast as it is answered; returns pushes per second. Bodies are sealed before the clock starts,
 * because the generator shares the machine; what is left over goes first in the next round, as sequences never skip.
 */
async function runRound(side: Side, readyEach: number): Promise<number> {
  for (const client of side.clients) while (client.ready.length < readyEach) client.ready.push(makeBody(client));
  const start = performance.now();
  let pushes = 0;
  await Promise.all(
    side.clients.map(async (client) => {
      while (performance.now() - start < ROUND_MS) {
        await push(side, client, client.ready.shift() ?? makeBody(client));
        pushes += 1;
      }
    }),
  );
  return pushes / ((performance.now() - start) / 1000);
}

function makeBody(client: Client): string {
  return JSON.stringify({ protocol: PROTOCOL_VERSION, tabletTime: Date.now(), mark: null, operations: client.seal(OPERATIONS), streams: [] });
}

function push(side: Side, client: Client, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(`${side.address}/tablet/exchange`, { method: 'POST', agent: client.agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-tablet': client.tabletId } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        // Counted, not parsed: the generator must cost the machine as little as it can.
        if (text.split('"answer":"accepted"').length - 1 === OPERATIONS) resolve();
        else reject(new Error(`A push was not accepted: ${text.slice(0, 300)}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
