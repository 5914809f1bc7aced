import { z } from 'zod/mini';
import { feedbackSchema, type Feedback } from '#protocol/education/feedback.ts';
import { goalSchema, myCoursesSchema } from '#protocol/education/goal.ts';
import { noteSchema } from '#protocol/education/note.ts';
import { base64Url, recordIdSchema, timeSchema, type RecordId } from '#protocol/ids.ts';
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

/**
 * One version of a record. Where two tablets changed it apart there are two, each a thing of its own from then on.
 * `recordId` names it here; `revision` is the gateway's newest number for it that is known here; `unsent` while the newest
 * words were only saved here.
 */
export const privateRowSchema = z.strictObject({
  recordId: recordIdSchema,
  revision: z.int().check(z.gte(0)),
  unsent: z.boolean(),
  thing: privateThingSchema,
  /** The gateway's name of the record, where another version of it has that name here. */
  of: z.optional(recordIdSchema),
  /** Its place in the person's stream; absent where that is the record's name. */
  place: z.optional(z.string()),
  /** The box that was sent last and did not come back yet: its number is not known, so what follows names it. */
  box: z.optional(base64Url(130_000)),
  /** The names of all boxes that were sent since something came back (`nameOfBox`). */
  sent: z.optional(z.array(z.string())),
});
export type PrivateRow = z.infer<typeof privateRowSchema>;

/** What came back and does not open, and at which place of the stream; without one at that of its record. */
const unopenedSchema = z.object({ ...storedRecordSchema.shape, place: z.optional(z.string()) });
type Unopened = StoredRecord & { readonly place?: string | undefined };

/** The record that a row is a version of, as the gateway names it. */
export function recordOf({ of, recordId }: Pick<PrivateRow, 'of' | 'recordId'>): RecordId {
  return of ?? recordId;
}

/** A box is known by its nonce, 12 bytes that no other box has. */
export function nameOfBox(box: string): string {
  return box.slice(0, 16);
}

/** An older text of a note, kept on this tablet. */
export const versionSchema = z.strictObject({ id: recordIdSchema, noteId: recordIdSchema, title: z.string(), body: z.string(), at: timeSchema });
export type NoteVersion = z.infer<typeof versionSchema>;

export type StudyTables = {
  readonly things: VaultTable<PrivateRow>;
  /** What came back and does not open with this tablet's keys; kept, because keys may come. */
  readonly unopened: VaultTable<Unopened>;
  readonly versions: VaultTable<NoteVersion>;
  readonly feedback: VaultTable<Feedback>;
};

/** Opens these tables over a person's database. */
export function studyTables(database: PersonDatabase): StudyTables {
  return {
    things: createVaultTable<PrivateRow>(database, { store: STORES.private, schema: privateRowSchema, id: (row) => row.recordId }),
    unopened: createVaultTable<Unopened>(database, { store: STORES.unopened, schema: unopenedSchema, id: (row) => row.place ?? row.recordId }),
    versions: createVaultTable<NoteVersion>(database, { store: STORES.versions, schema: versionSchema, id: (row) => row.id, indexes: (row) => ({ note: database.blind('note', row.noteId) }) }),
    feedback: createVaultTable<Feedback>(database, { store: STORES.feedback, schema: feedbackSchema, id: (row) => row.activityId }),
  };
}
