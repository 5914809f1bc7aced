import { progressEventSchema, type ProgressEvent } from '#protocol/education/schema.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreDeclaration } from '../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../db/vault-table.ts';

/** Progress is the person's own: encrypted, with only the time in the clear as an order. */
export const educationStores: readonly StoreDeclaration[] = [
  { name: 'education_progress', indexes: ['sort'] },
  { name: 'education_states', indexes: [] },
];

/** A person's progress events, of this tablet and of others. */
export function progressTable(database: PersonDatabase): VaultTable<ProgressEvent> {
  return createVaultTable<ProgressEvent>(database, {
    store: 'education_progress',
    schema: progressEventSchema,
    id: (event) => event.eventId,
    indexes: (event) => ({ sort: event.at }),
  });
}
