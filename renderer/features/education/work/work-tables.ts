import { z } from 'zod/mini';
import { workRecordSchema, type WorkRecord } from '#protocol/education/assignment.ts';
import { certificateRecordSchema, type CertificateRecord } from '#protocol/education/certificate.ts';
import { jpegSchema } from '#protocol/education/photo.ts';
import { sha256Schema, timeSchema } from '#protocol/ids.ts';
import { MAX_PART_CHARACTERS } from '#protocol/packs/assignment.ts';
import { partIdSchema } from '#protocol/packs/quiz.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { StoreDeclaration } from '../../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../../db/vault-table.ts';

/** Written work is the person's own: encrypted, with nothing in the clear but which task it is for. */
export const workStores: readonly StoreDeclaration[] = [
  { name: 'education_work', indexes: [] },
  { name: 'education_work_drafts', indexes: [] },
  { name: 'education_work_photos', indexes: ['activityId'] },
  { name: 'education_certificates', indexes: [] },
];

/** What was written so far, by part. Longer than may be handed in can be kept: cutting it while it is typed loses words. */
const textsSchema = z.record(partIdSchema, z.string().check(z.maxLength(MAX_PART_CHARACTERS * 4)));
export type WorkTexts = Readonly<Record<string, string>>;

/** Earlier states of a draft that are kept, and the least time between two (milliseconds): an hour of writing. */
export const MAX_VERSIONS = 20;
export const VERSION_EVERY = 3 * 60_000;

/** What somebody is writing for one task. Stays on this tablet until it is handed in. */
export const workDraftSchema = z.strictObject({
  activityId: z.string().check(z.maxLength(128)),
  texts: textsSchema,
  savedAt: timeSchema,
  /** Oldest first. */
  versions: z.array(z.strictObject({ at: timeSchema, texts: textsSchema })).check(z.maxLength(MAX_VERSIONS)),
});
export type WorkDraft = z.infer<typeof workDraftSchema>;

/** A photograph of work on paper, beside the draft of its task. Goes with every hand-in until it is removed. */
export const workPhotoSchema = z.strictObject({ id: z.string().check(z.maxLength(40)), activityId: z.string().check(z.maxLength(128)), sha256: sha256Schema, jpeg: jpegSchema });
export type WorkPhoto = z.infer<typeof workPhotoSchema>;

/** The tables of written work and certificates in a person's database. */
export function workTables(database: PersonDatabase): {
  readonly works: VaultTable<WorkRecord>;
  readonly drafts: VaultTable<WorkDraft>;
  readonly photos: VaultTable<WorkPhoto>;
  readonly certificates: VaultTable<CertificateRecord>;
} {
  return {
    works: createVaultTable<WorkRecord>(database, { store: 'education_work', schema: workRecordSchema, id: (row) => row.workId }),
    drafts: createVaultTable<WorkDraft>(database, { store: 'education_work_drafts', schema: workDraftSchema, id: (row) => row.activityId }),
    photos: createVaultTable<WorkPhoto>(database, { store: 'education_work_photos', schema: workPhotoSchema, id: (row) => row.id, indexes: (row) => ({ activityId: row.activityId }) }),
    certificates: createVaultTable<CertificateRecord>(database, { store: 'education_certificates', schema: certificateRecordSchema, id: (row) => row.number }),
  };
}
