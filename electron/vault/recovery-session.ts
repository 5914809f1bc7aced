import { encodeBase64Url } from '#protocol/base64.ts';
import type { PersonId } from '#protocol/ids.ts';
import { ok } from '#protocol/result.ts';
import type { Bytes, VaultPrimitives, WrapPlace } from '#protocol/session/key-hierarchy.ts';
import { wrapKeyring, type Keyring } from '#protocol/session/keyring.ts';
import { makeRecoverySheet, readRecoverySheet } from '#protocol/session/recovery-sheet.ts';
import type { VaultAnswers } from './vault-requests.ts';
import type { VaultRecords } from './vault-records.ts';

/** What recovery sheets need of the person who is signed in. */
export type RecoveryOf = { readonly personId: PersonId; readonly place: WrapPlace; readonly dataKey: Bytes; readonly keyring: Keyring };

type Parts = { readonly primitives: VaultPrimitives; readonly records: VaultRecords; readonly randomBytes: (count: number) => Bytes };

/** Making and reading sheets while a person is signed in. */
export type RecoverySession = {
  readonly make: () => Promise<VaultAnswers['make-sheet']>;
  readonly read: (words: readonly string[], boxes: readonly string[]) => Promise<VaultAnswers['read-sheet']>;
};

/** Starts it. What the words open is kept in the person's record before it is answered, so that it is there ever after. */
export function openRecoverySession({ primitives, records, randomBytes }: Parts, person: RecoveryOf): RecoverySession {
  let { keyring } = person;
  const parts = () => ({ primitives, randomBytes, owner: { personId: person.personId }, keyring });
  return {
    make: async () => {
      const { words, box } = await makeRecoverySheet(parts());
      return ok({ words: [...words], box });
    },
    read: async (words, boxes) => {
      const found = await readRecoverySheet(parts(), words, boxes);
      if (!found.ok) return found;
      const { lookup } = person.place;
      const record = await records.load(lookup);
      if (record === undefined) throw new Error('The record of the person who is signed in is gone');
      const wrapped = await wrapKeyring(primitives, found.value.keyring, person.dataKey, person.place);
      const saved = await records.save(lookup, { ...record, keyring: wrapped });
      if (!saved.ok) return saved;
      keyring = found.value.keyring;
      return ok({ ...found.value, keyring: keyring.map(encodeBase64Url) });
    },
  };
}
