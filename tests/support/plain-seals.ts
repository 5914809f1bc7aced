import type { Seals } from '../../gateway/sync/seals.ts';
import { sealedPartSchema, type SealedOperation, type SealedPart } from '#protocol/sync/operation.ts';

/**
 * Seals that hide nothing, for tests about order and loss, where a thousand key agreements would only cost time.
 * What real ones must do is proved in gateway/sync/seals.test.ts.
 */
export const plainSeals: Seals = {
  openOperation: (_tabletId, operation, keys) => {
    const key = keys.find((each) => operation.enc === '' || operation.enc === plainKeyName(each));
    const part = readPlain(operation.box);
    return Promise.resolve(part === undefined || key === undefined ? undefined : { chain: plainKeyName(key), part });
  },
  sealChanges: (_tabletId, _personId, _key, text) => Promise.resolve({ enc: '', box: Buffer.from(text).toString('base64url') }),
};

/** Names a key, which need not be one. */
export function plainKeyName(key: Uint8Array): string {
  return Buffer.from(key).toString('hex').slice(0, 16);
}

/** "Seals" an operation as the shell would, naming the key it would be sealed with (empty: the newest). */
export function sealPlain(operation: Pick<SealedOperation, 'id' | 'personId' | 'sequence'>, part: SealedPart, keyName = ''): SealedOperation {
  const { id, personId, sequence } = operation;
  return { id, personId, sequence, enc: keyName, box: Buffer.from(JSON.stringify(part)).toString('base64url') };
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
