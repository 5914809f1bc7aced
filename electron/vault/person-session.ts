import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import type { PersonId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { Bytes, PersonKeys, VaultPrimitives } from '#protocol/session/key-hierarchy.ts';
import { changesInfo, type SealedChanges } from '#protocol/sync/change.ts';
import { operationAad, operationKeyInfo, type SealedOperation, type SealedPart } from '#protocol/sync/operation.ts';
import { agreeOperationKey, openSealed } from './hpke.ts';

/** What can be done while a person is signed in. */
export type PersonSession = {
  readonly seal: (
    operation: Pick<SealedOperation, 'id' | 'sequence'> & { readonly part: SealedPart },
  ) => Promise<SealedOperation>;
  readonly open: (changes: SealedChanges) => Promise<Result<string, { readonly code: 'seal-broken' }>>;
};

/** Starts a person's session: one operation key for all they do until sign-out (ADR 0012). */
export async function openPersonSession(
  primitives: VaultPrimitives,
  keys: PersonKeys,
  gatewayKey: Bytes,
  tabletId: string,
  personId: PersonId,
): Promise<PersonSession> {
  const operationKey = await agreeOperationKey(keys, gatewayKey, operationKeyInfo(tabletId));
  const enc = encodeBase64Url(operationKey.enc);
  return {
    seal: async ({ id, sequence, part }) => {
      const plain = new TextEncoder().encode(JSON.stringify(part));
      const box = await primitives.seal(operationKey.key, plain, operationAad({ id, personId, sequence }));
      return { id, personId, sequence, enc, box: encodeBase64Url(box) };
    },
    open: async (changes) => {
      const info = changesInfo(tabletId, personId);
      const plain = await openSealed(keys, decodeBase64Url(changes.enc), decodeBase64Url(changes.box), info);
      return plain === undefined ? fail({ code: 'seal-broken' }) : ok(new TextDecoder().decode(plain));
    },
  };
}
