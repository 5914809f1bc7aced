import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recoveryOperations } from '#protocol/private-records/recovery.ts';
import { personIdSchema, tabletIdSchema } from '#protocol/ids.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import type { PrivateRecordRow } from '../../gateway/private-records/keep-private-record.ts';
import { applyRecoveryOperation, recoveryMigrations } from '../../gateway/private-records/recovery-sheets.ts';
import type { OperationContext } from '../../gateway/sync/push-dependencies.ts';
import { syncMigrations } from '../../gateway/sync/sync-tables.ts';

/** What takes the place of what among recovery sheets, on one kind of database. `place` names a new, empty one. */
export function privateRecordsContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`recovery sheets on ${name}`, () => {
    let database: GatewayDatabase;
    const sam = personIdSchema.parse(randomUUID());

    beforeEach(async () => {
      const opened = await openDatabase({ ...(await place()), migrations: [...syncMigrations, ...recoveryMigrations], clock: () => 1_790_000_000_000 });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
    });
    afterEach(() => database.close());

    async function keep(box: string, replaces: { readonly baseBox?: string; readonly baseRevision?: number } = {}): Promise<string> {
      const context = { personId: sam, tabletId: tabletIdSchema.parse(randomUUID()), now: 1_790_000_000_000 } as unknown as OperationContext;
      const operation = { id: randomUUID(), kind: recoveryOperations.keep, payload: { recordId: sam, baseRevision: 0, box, ...replaces } } as never;
      const answer = await database.committer.submit((tx) => applyRecoveryOperation(tx, operation, context));
      return answer.ok ? 'accepted' : answer.error.code;
    }
    async function boxes(): Promise<readonly string[]> {
      const rows = await database.reads<{ readonly recovery_sheets: PrivateRecordRow }>().selectFrom('recovery_sheets').select('box').orderBy('revision').execute();
      return rows.map(({ box }) => box);
    }

    it('a second sheet made unplugged takes the place of that tablet’s first, not of one that another tablet brought meanwhile', async () => {
      await keep('BBBB');
      await keep('AAA1');
      await keep('AAA2', { baseBox: 'AAA1' });
      expect(await boxes()).toEqual(['BBBB', 'AAA2']);
    });

    it('of three sheets made one after another only the last is left, with or without a contact between them', async () => {
      await keep('AAA1');
      await keep('AAA2', { baseBox: 'AAA1', baseRevision: 1 });
      await keep('AAA3', { baseBox: 'AAA2' });
      expect(await boxes()).toEqual(['AAA3']);
    });

    it('one that names a box that is not there any more stands beside, whatever number it says', async () => {
      await keep('AAA1');
      await keep('AAA1keys', { baseBox: 'AAA1', baseRevision: 1 });
      await keep('AAA2', { baseBox: 'AAA1', baseRevision: 2 });
      expect(await boxes()).toEqual(['AAA1keys', 'AAA2']);
    });

    it('a tablet of before boxes were named says the revision', async () => {
      await keep('AAA1');
      await keep('AAA2', { baseRevision: 1 });
      expect(await boxes()).toEqual(['AAA2']);
    });

    it('refuses a box that is no base64url as what is replaced', async () => {
      expect(await keep('AAA1', { baseBox: 'twelve words' })).toBe('payload-invalid');
      expect(await boxes()).toEqual([]);
    });
  });
}
