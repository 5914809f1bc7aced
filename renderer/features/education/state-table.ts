import { z } from 'zod/mini';
import { activityStateSchema, isNewerState } from '#protocol/education/state.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreWrite } from '../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../db/vault-table.ts';

/** One activity's state on this tablet: `current` counts, `replaced` is what lost against it and is kept. */
const storedStateSchema = z.strictObject({
  place: z.enum(['current', 'replaced']),
  state: activityStateSchema,
  /** The gateway has it, or an operation with it waits in the outbox. */
  sent: z.boolean(),
});
export type StoredState = z.infer<typeof storedStateSchema>;

/** A person's states, one or two rows for each activity. */
export function stateTable(database: PersonDatabase): VaultTable<StoredState> {
  return createVaultTable<StoredState>(database, {
    store: 'education_states',
    schema: storedStateSchema,
    id: ({ place, state }) => stateRowId(place, state.activityId),
  });
}

/** The row of an activity's state. */
export function stateRowId(place: StoredState['place'], activityId: string): string {
  return `${place}|${activityId}`;
}

/**
 * A state of this person from another tablet: it counts when it is the newer, and then the one that was here is kept
 * beside it. An older one changes nothing here; the gateway keeps it.
 */
export async function applyStateChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const table = stateTable(database);
  if ('removed' in change) return [table.prepareDelete(stateRowId('current', change.id))];
  const state = activityStateSchema.safeParse(change.put);
  if (!state.success) return [];
  const here = await table.get(stateRowId('current', state.data.activityId));
  if (here !== undefined && !isNewerState(state.data, here.state)) return [];
  const put = await table.preparePut({ place: 'current', state: state.data, sent: true });
  return here === undefined ? [put] : [put, await table.preparePut({ ...here, place: 'replaced' })];
}
