import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { tabletIdSchema } from '#protocol/ids.ts';
import type { TabletReport } from '#protocol/sync/exchange.ts';
import { auditMigrations, type AuditTables } from '../../audit/tables.ts';
import { openDatabase } from '../../db/database.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import { createContactBook } from './contact-book.ts';
import { tabletMigrations, type TabletTables } from './tables.ts';

const DAY = 24 * 3600 * 1000;
const NOW = 100 * DAY;

it('PACK-18 a write that fails loses nothing of a tablet that is heard again meanwhile, and not that its list was old', async () => {
  const opened = await openDatabase({ sqlitePath: ':memory:', migrations: [...auditMigrations, ...tabletMigrations], clock: () => NOW });
  if (!opened.ok) throw new Error(opened.error.sentence);
  const database = opened.value;
  const tabletId = tabletIdSchema.parse(randomUUID());
  const row = { name: 'A', wing: 'A', cell: '1', state: 'enrolled', credential: null, credential_sha256: null, certificate: null, enrolled_key_sha256: null, code_hash: null, code_expires_at: null, code_used_at: null, enrolled_at: null, revoked_at: null, last_contact_at: null, report: null, created_at: 1 };
  await database.committer.submit((tx) => tx.tables<TabletTables>().insertInto('tablets').values({ id: idToBytes(tabletId), ...row }).execute());
  const reportOf = (serial: number, days: number) => ({ release: { serial, issuedAt: NOW - days * DAY } }) as unknown as TabletReport;
  let meanwhile: (() => void) | undefined = () => {
    book.noteReport(tabletId, reportOf(2, 0));
    throw new Error('the disk is full');
  };
  const submit: GatewayDatabase['committer']['submit'] = async (job) => {
    const failure = meanwhile;
    meanwhile = undefined;
    failure?.();
    return database.committer.submit(job);
  };
  const book = createContactBook({ ...database, committer: { ...database.committer, submit } });
  book.noteContact(tabletId, NOW - 5);
  book.noteReport(tabletId, reportOf(1, 9));
  await book.flush();
  await book.flush();
  const audit = await database.reads<AuditTables>().selectFrom('audit_entries').select(['action', 'detail']).execute();
  expect(audit).toMatchObject([{ action: 'packs.release-stale' }]);
  const heard = await database.reads<TabletTables>().selectFrom('tablets').select(['last_contact_at', 'report']).executeTakeFirstOrThrow();
  expect([heard.last_contact_at, heard.report]).toEqual([NOW - 5, JSON.stringify(reportOf(2, 0))]);
  await book.stop();
  await database.close();
});
