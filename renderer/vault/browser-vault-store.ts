import { z } from 'zod/mini';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { enrolReplySchema } from '#protocol/enrolment/schema.ts';
import { base64Url } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { vaultRecordSchema, type Bytes, type VaultRecord } from '#protocol/session/key-hierarchy.ts';
import type { KeyValueFile } from '../db/key-value-file.ts';
import { isStorageFull } from '../db/stores.ts';

/** What enrolment gave this browser; the credential itself is a cookie that no script can read. */
export const browserEnrolmentSchema = z.omit(enrolReplySchema, { certificate: true });
export type BrowserEnrolment = z.infer<typeof browserEnrolmentSchema>;

const DEVICE_SECRET_BYTES = 32;

/** What the browser adapter keeps: the enrolment, the device secret, and each person's wrapped keys. */
export type BrowserVaultStore = {
  readonly enrolment: () => Promise<BrowserEnrolment | undefined>;
  readonly keepEnrolment: (enrolment: BrowserEnrolment) => Promise<void>;
  /** Made at first use. A copied browser profile has it: the health report says so (`browser-storage`). */
  readonly deviceSecret: () => Promise<Bytes>;
  readonly record: (lookup: string) => Promise<VaultRecord | undefined>;
  /** On the disk when it resolves. */
  readonly keepRecord: (lookup: string, record: VaultRecord) => Promise<Result<null, { readonly code: 'storage-full' }>>;
};

/** The store over a key-value file. What cannot be read counts as not there. */
export function createBrowserVaultStore(file: KeyValueFile, randomBytes: (count: number) => Bytes): BrowserVaultStore {
  return {
    enrolment: async () => browserEnrolmentSchema.safeParse(await file.get('enrolment')).data,
    keepEnrolment: (enrolment) => file.put('enrolment', enrolment),
    deviceSecret: async () => {
      const stored = base64Url(50).safeParse(await file.get('device-secret')).data;
      if (stored !== undefined) return decodeBase64Url(stored);
      const secret = randomBytes(DEVICE_SECRET_BYTES);
      await file.put('device-secret', encodeBase64Url(secret));
      return secret;
    },
    record: async (lookup) => vaultRecordSchema.safeParse(await file.get(`person-${lookup}`)).data,
    keepRecord: async (lookup, record) => {
      try {
        await file.put(`person-${lookup}`, record);
        return ok(null);
      } catch (error) {
        if (isStorageFull(error)) return fail({ code: 'storage-full' });
        throw error;
      }
    },
  };
}
