import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../db/database.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { appendAudit } from './append-audit.ts';
import { keepCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
import { auditMigrations, type AuditTables } from './tables.ts';
import { verifyAudit } from './verify-audit.ts';

let folder: string;
let database: GatewayDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-audit-'));
  database = await open();
  const stop = keepCheckpoint(database, folder, () => undefined);
  for (let number = 1; number <= 6; number += 1) await act(number);
  await stop();
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<GatewayDatabase> {
  const opened = await openDatabase({
    sqlitePath: join(folder, 'gateway.db'),
    migrations: auditMigrations,
    clock: () => 1_800_000_000_000,
  });
  if (!opened.ok) throw new Error(opened.error.sentence);
  return opened.value;
}

function act(number: number): Promise<void> {
  return database.committer.submit((tx) =>
    appendAudit(tx, {
      at: tx.now,
      actor: { kind: 'staff', id: `staff-${String(number % 2)}` },
      action: 'people.add',
      subject: `person-${String(number)}`,
      detail: { fields: ['wing'], nothing: undefined, number },
    }),
  );
}

const verify = () => verifyAudit(database.reads<AuditTables>(), readCheckpoint(folder));

/** Somebody with the database file in their hands. */
function tamper(sql: string): void {
  const direct = new DatabaseSync(join(folder, 'gateway.db'));
  direct.exec(sql);
  direct.close();
}

describe('the audit', () => {
  it('is good as it was written, and its mark outside the database names the newest entry', async () => {
    const verdict = await verify();
    expect(verdict).toMatchObject({ ok: true, entries: 6 });
    expect(readCheckpoint(folder)).toEqual(verdict.ok ? verdict.head : undefined);
  });

  it('goes on in one chain after a restart', async () => {
    await database.close();
    database = await open();
    await act(7);
    expect(await verify()).toMatchObject({ ok: true, entries: 7 });
  });

  it.each([
    ['an altered detail', 'update audit_entries set detail = \'{"number":9}\' where sequence = 3', 3, 'changed'],
    ['an altered actor', "update audit_entries set actor_id = 'staff-9' where sequence = 4", 4, 'changed'],
    ['an altered time', 'update audit_entries set at = at + 1 where sequence = 2', 2, 'changed'],
    ['a detail that is no longer JSON', "update audit_entries set detail = 'x' where sequence = 5", 5, 'changed'],
    ['an entry taken out', 'delete from audit_entries where sequence = 3', 3, 'missing'],
    ['the first entry taken out', 'delete from audit_entries where sequence = 1', 1, 'missing'],
    ['the newest entries taken away', 'delete from audit_entries where sequence > 4', 5, 'truncated'],
    ['all of it taken away', 'delete from audit_entries', 1, 'truncated'],
    [
      'two entries exchanged',
      'update audit_entries set sequence = -sequence where sequence in (3, 4); update audit_entries set sequence = 7 + sequence where sequence < 0',
      3,
      'changed',
    ],
  ])('shows where it is broken: %s', async (_name, sql, sequence, code) => {
    tamper(sql);
    expect(await verify()).toMatchObject({ ok: false, broken: { sequence, code } });
  });

  it('shows an entry put in between with a good hash of its own', async () => {
    const { hashEntry } = await import('./hash-entry.ts');
    const row = await database
      .reads<AuditTables>()
      .selectFrom('audit_entries')
      .selectAll()
      .where('sequence', '=', 3)
      .executeTakeFirstOrThrow();
    const entry = {
      sequence: 3,
      previous: row.hash,
      at: row.at,
      actor: { kind: 'staff' as const, id: 'x' },
      action: 'a.b',
      subject: 's',
      detail: {},
    };
    const hash = Buffer.from(hashEntry(entry)).toString('hex');
    tamper(
      `update audit_entries set actor_kind='staff', actor_id='x', action='a.b', subject='s', detail='{}', previous=x'${Buffer.from(row.hash).toString('hex')}', hash=x'${hash}' where sequence = 3`,
    );
    expect(await verify()).toMatchObject({ ok: false, broken: { sequence: 3, code: 'unlinked' } });
  });

  it('shows a chain that was written anew from some entry on, by the mark outside', async () => {
    const verdict = await verify();
    writeCheckpoint(folder, { sequence: verdict.entries, hash: '0'.repeat(64) });
    expect(await verify()).toMatchObject({ ok: false, broken: { sequence: 6, code: 'replaced' } });
  });

  it('is checked by the command line, while the gateway runs, with an exit code', () => {
    const run = () => throughline('audit', 'verify', '--data', folder);
    expect(run()).toMatchObject({ code: 0, said: expect.stringMatching(/^Good: 6 entries/) });
    tamper('delete from audit_entries where sequence = 2');
    expect(run()).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^The audit is broken at entry 2: .*\(missing\)/),
    });
    expect(throughline('audit', 'verify', '--data', join(folder, 'nowhere'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^There is no database/),
    });
  });
});

function throughline(...args: readonly string[]): { readonly code: number; readonly said: string } {
  const script = fileURLToPath(new URL('../../scripts/throughline.mts', import.meta.url));
  try {
    return { code: 0, said: execFileSync(process.execPath, [script, ...args], { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}
