import { type ActivityState, activityStateSchema, isNewerState, STATE_KIND } from '#protocol/education/state.ts';
import { fail, ok } from '#protocol/result.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { appendChange, personAudience } from '../../sync/change-log.ts';
import type { ApplyOperation, OperationContext } from '../../sync/push-dependencies.ts';
import type { StateTables } from './state-tables.ts';

/** States kept of one activity: the one that counts and two that it replaced. More would grow with every contact. */
const KEPT = 3;

/**
 * Takes the state of one activity from a tablet. The newest counts, whatever the order they come in, and goes to the
 * person's other tablets; what it replaced is kept beside it. Nobody reads what is in it: not the gateway, not staff.
 */
export const takeState: ApplyOperation = async (tx, operation, context) => {
  const parsed = activityStateSchema.safeParse(operation.payload);
  if (!parsed.success || !parsed.data.activityId.startsWith(`${parsed.data.packId}.`)) return fail({ code: 'payload-invalid' });
  const state = parsed.data;
  const table = tx.tables<StateTables>();
  const inserted = await table
    .insertInto('education_states')
    .values({
      id: idToBytes(state.stateId),
      person: idToBytes(context.personId),
      activity_id: state.activityId,
      at: state.at,
      body: JSON.stringify(state),
      received_at: context.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  // An id that is there already is the same state again, or somebody else's: neither may be written over.
  if (inserted.numInsertedOrUpdatedRows === 0n) return ok(undefined);
  const [newest, ...others] = await loadNewestFirst(tx, state, context);
  const forgotten = others.slice(KEPT - 1).map((each) => idToBytes(each.stateId));
  if (forgotten.length > 0) await table.deleteFrom('education_states').where('id', 'in', forgotten).execute();
  if (newest?.stateId !== state.stateId) return ok(undefined);
  await appendChange(tx, {
    audience: personAudience(context.personId),
    record: STATE_KIND,
    id: state.activityId,
    put: state,
  });
  return ok(undefined);
};

async function loadNewestFirst(
  tx: GatewayTransaction,
  { activityId }: ActivityState,
  { personId }: OperationContext,
): Promise<readonly ActivityState[]> {
  const rows = await tx
    .tables<StateTables>()
    .selectFrom('education_states')
    .select('body')
    .where('person', '=', idToBytes(personId))
    .where('activity_id', '=', activityId)
    .execute();
  return rows
    .map(({ body }) => activityStateSchema.parse(JSON.parse(body)))
    .sort((one, other) => (isNewerState(one, other) ? -1 : 1));
}
