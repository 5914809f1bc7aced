import { describe, expect, it } from 'vitest';
import { alertRecords } from '../alerts/schema.ts';
import { workOperations, workRecords } from '../education/assignment.ts';
import { certificateRecords } from '../education/certificate.ts';
import { educationOperations, educationRecords } from '../education/schema.ts';
import { messagingOperations, messagingRecords } from '../messaging/schema.ts';
import { recoveryOperations, recoveryRecords } from '../private-records/recovery.ts';
import { selfhelpOperations, selfhelpRecords } from '../selfhelp/schema.ts';
import { sharingOperations, sharingRecords } from '../selfhelp/sharing.ts';
import { recordKindSchema } from './change.ts';
import { operationKindSchema } from './operation.ts';

describe('names in the envelope', () => {
  const records = [alertRecords, workRecords, certificateRecords, educationRecords, messagingRecords, recoveryRecords, selfhelpRecords, sharingRecords].flatMap((one) => Object.values(one));
  it.each(records)('a tablet reads changes of %s', (record) => {
    expect(recordKindSchema.safeParse(record).success).toBe(true);
  });

  const operations = [workOperations, educationOperations, messagingOperations, recoveryOperations, selfhelpOperations, sharingOperations].flatMap((one) => Object.values(one));
  it.each(operations)('the gateway reads operations of %s', (kind) => {
    expect(operationKindSchema.safeParse(kind).success).toBe(true);
  });
});
