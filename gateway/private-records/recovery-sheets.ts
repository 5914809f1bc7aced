import { recoveryOperations, recoveryRecords } from '#protocol/private-records/recovery.ts';
import { saveRecordSchema } from '#protocol/private-records/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import type { Migration } from '../db/migrate.ts';
import type { ApplyOperation } from '../sync/push-dependencies.ts';
import { keepPrivateRecord } from './keep-private-record.ts';

/**
 * Keeps the box of a recovery sheet, which only the words on paper open, and gives it back to every tablet of its
 * person. No route gives it to staff (ADR 0008, 0022).
 */
export const applyRecoveryOperation: ApplyOperation = async (tx, operation, context) => {
  if (operation.kind !== recoveryOperations.keep) return fail({ code: 'kind-unknown' });
  const parsed = saveRecordSchema.safeParse(operation.payload);
  // One record for each person: a sheet somewhere else would be a place to keep things in.
  if (!parsed.success || parsed.data.recordId !== String(context.personId)) return fail({ code: 'payload-invalid' });
  await keepPrivateRecord(tx, { table: 'recovery_sheets', record: recoveryRecords.sheet }, parsed.data, context);
  return ok(undefined);
};

/** Frozen: a released migration is never edited. */
export const recoveryMigrations: readonly Migration[] = [
  {
    name: 'recovery-1-sheets',
    up: async (m) => {
      await m
        .createTable('recovery_sheets')
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('record', m.id, (c) => c.notNull())
        .addColumn('revision', m.integer, (c) => c.notNull())
        .addColumn('stream_id', m.text, (c) => c.notNull())
        .addColumn('box', m.text, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('recovery_sheets_key', ['person', 'record', 'revision'])
        .execute();
    },
  },
];
