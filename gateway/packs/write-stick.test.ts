import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { RELEASE_FORMAT } from '#protocol/packs/release.ts';
import { hashOf } from '../../tests/support/pack-in-memory.ts';
import { openDatabase } from '../db/database.ts';
import { createBlobStore } from './blob-store.ts';
import { packMigrations, type PackTables } from './tables.ts';
import { writeStick } from './write-stick.ts';

const home = mkdtempSync(join(tmpdir(), 'write-stick-'));
afterAll(() => rmSync(home, { recursive: true }));

/** A gateway where one course is out: one file. */
async function openGateway(content: string) {
  const opened = await openDatabase({ sqlitePath: ':memory:', migrations: packMigrations, clock: () => 5 });
  if (!opened.ok) throw new Error(opened.error.sentence);
  const edition = { pack_id: 'a-pack', version: 1 };
  const packs = [{ packId: 'a-pack', version: 1, manifestSha256: hashOf('{}') }];
  const document = JSON.stringify({ format: RELEASE_FORMAT, serial: 3, issuedAt: 5, packs, revoked: { keyIds: [], manifests: [], packs: [] } });
  await opened.value.committer.submit(async (tx) => {
    const tables = tx.tables<PackTables>();
    await tables.insertInto('pack_roles').values({ version: 1, document: '{}', signatures: '[]', accepted_at: 5, accepted_by: Buffer.alloc(16) }).execute();
    await tables.insertInto('pack_release').values({ id: 1, serial: 3, document, signatures: '[]', issued_at: 5 }).execute();
    await tables.insertInto('pack_files').values({ ...edition, sha256: hashOf(content), bytes: content.length }).execute();
    await tables.insertInto('pack_editions').values({ ...edition, manifest_sha256: hashOf('{}'), manifest: '{}', signatures: '[]', signed_by: '[]', received_at: 5, received_by: Buffer.alloc(16) }).execute();
  });
  const blob = createBlobStore(home).pathOf(hashOf(content));
  mkdirSync(dirname(blob), { recursive: true });
  writeFileSync(blob, content);
  return opened.value;
}

it('PACK-19 a stick that is written again keeps what is whole, and is mended where a file of the same size is damaged', async () => {
  const content = 'every word of a course';
  const database = await openGateway(content);
  const stick = join(home, 'stick');
  const write = async () => writeStick(database.reads<PackTables>(), home, stick);
  const target = join(stick, 'blobs', hashOf(content).slice(0, 2), hashOf(content));
  expect(await write()).toMatchObject({ ok: true, value: { files: 1 } });
  expect(await write()).toMatchObject({ ok: true, value: { files: 0 } });
  writeFileSync(target, content.replace('word', 'ward'));
  expect(await write()).toMatchObject({ ok: true, value: { files: 1 } });
  expect(readFileSync(target, 'utf8')).toBe(content);
  await database.close();
});
