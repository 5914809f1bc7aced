import { saveRecordSchema } from '#protocol/private-records/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import { sharingOperations } from '#protocol/selfhelp/sharing.ts';
import { selfhelpOperations, selfhelpRecords } from '#protocol/selfhelp/schema.ts';
import { keepPrivateRecord } from '../../private-records/keep-private-record.ts';
import { applySharingOperation } from './sharing/take-shares.ts';
import type { ApplyOperation } from '../../sync/push-dependencies.ts';

/**
 * Keeps a private record so that a broken tablet does not lose a diary. The gateway cannot read it, has no route that
 * gives it to staff, and does not write it into the audit: when somebody wrote is theirs too (ADR 0008).
 */
export const applySelfhelpOperation: ApplyOperation = async (tx, operation, context) => {
  if (operation.kind === sharingOperations.share || operation.kind === sharingOperations.unshare) return applySharingOperation(tx, operation, context);
  if (operation.kind !== selfhelpOperations.save) return fail({ code: 'kind-unknown' });
  const parsed = saveRecordSchema.safeParse(operation.payload);
  if (!parsed.success) return fail({ code: 'payload-invalid' });
  await keepPrivateRecord(tx, { table: 'selfhelp_records', record: selfhelpRecords.stored }, parsed.data, context);
  return ok(undefined);
};
