import type { Seals } from '../../gateway/sync/seals.ts';
import { sealedPartSchema, type SealedOperation, type SealedPart } from '#protocol/sync/operation.ts';

/**
 * Seals that hide nothing, for tests about order and loss, where a thousand key agreements would only cost time.
 * What real ones must do is proved in gateway/sync/seals.test.ts.
 */
export const plainSeals: Seals = {
  openOperation: (_tabletId, operation, [newest]) => {
    const part = readPlain(operation.box);
    return Promise.resolve(part === undefined || newest === undefined ? undefined : { chain: Buffer.from(newest).toString('hex').slice(0, 16), part });
  },
  sealChanges: (_tabletId, _personId, _key, text) => Promise.resolve({ enc: '', box: Buffer.from(text).toString('base64url') }),
};

/** "Seals" an operation as the shell would. */
export function sealPlain(operation: Pick<SealedOperation, 'id' | 'personId' | 'sequence'>, part: SealedPart): SealedOperation {
  const { id, personId, sequence } = operation;
  return { id, personId, sequence, enc: '', box: Buffer.from(JSON.stringify(part)).toString('base64url') };
}

/** "Opens" a page of changes as the shell would: JSON text. */
export function openPlain(box: string): string {
  return Buffer.from(box, 'base64url').toString('utf8');
}

function readPlain(box: string): SealedPart | undefined {
  try {
    return sealedPartSchema.parse(JSON.parse(openPlain(box)));
  } catch {
    return undefined;
  }
}
