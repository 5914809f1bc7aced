import { z } from 'zod/mini';
import { feedbackSchema, type Feedback } from '#protocol/education/feedback.ts';
import { goalSchema, myCoursesSchema } from '#protocol/education/goal.ts';
import { noteSchema } from '#protocol/education/note.ts';
import { recordIdSchema, timeSchema } from '#protocol/ids.ts';
import { storedRecordSchema, type StoredRecord } from '#protocol/private-records/schema.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { StoreDeclaration } from '../../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../../db/vault-table.ts';

const STORES = { private: 'education_private', unopened: 'education_unopened', versions: 'education_versions', feedback: 'education_feedback' } as const;

/** What somebody keeps beside the courses; all rows are encrypted. */
export const studyStores: readonly StoreDeclaration[] = [
  { name: STORES.private, indexes: [] },
  { name: STORES.unopened, indexes: [] },
  { name: STORES.versions, indexes: ['note'] },
  { name: STORES.feedback, indexes: [] },
];

/** The store whose key seals what goes to the gateway. */
export const PRIVATE_STORE = STORES.private;

/** What a private record holds. */
export const privateThingSchema = z.discriminatedUnion('kind', [noteSchema, goalSchema, myCoursesSchema]);
export type PrivateThing = z.infer<typeof privateThingSchema>;

/** `revision` is the gateway's number once everything made here has arrived; `unsent` while the newest words were only saved here. */
export const privateRowSchema = z.strictObject({ recordId: recordIdSchema, revision: z.int().check(z.gte(0)), unsent: z.boolean(), thing: privateThingSchema });
export type PrivateRow = z.infer<typeof privateRowSchema>;

/** An older text of a note, kept on this tablet. */
export const versionSchema = z.strictObject({ id: recordIdSchema, noteId: recordIdSchema, title: z.string(), body: z.string(), at: timeSchema });
export type NoteVersion = z.infer<typeof versionSchema>;

export type StudyTables = {
  readonly things: VaultTable<PrivateRow>;
  /** What came back and does not open with this tablet's keys; kept, because keys may come. */
  readonly unopened: VaultTable<StoredRecord>;
  readonly versions: VaultTable<NoteVersion>;
  readonly feedback: VaultTable<Feedback>;
};

/** Opens these tables over a person's database. */
export function studyTables(database: PersonDatabase): StudyTables {
  return {
    things: createVaultTable<PrivateRow>(database, { store: STORES.private, schema: privateRowSchema, id: (row) => row.recordId }),
    unopened: createVaultTable<StoredRecord>(database, { store: STORES.unopened, schema: storedRecordSchema, id: (row) => row.recordId }),
    versions: createVaultTable<NoteVersion>(database, { store: STORES.versions, schema: versionSchema, id: (row) => row.id, indexes: (row) => ({ note: database.blind('note', row.noteId) }) }),
    feedback: createVaultTable<Feedback>(database, { store: STORES.feedback, schema: feedbackSchema, id: (row) => row.activityId }),
  };
}
