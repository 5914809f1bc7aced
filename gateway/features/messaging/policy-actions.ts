import type { Kysely } from 'kysely';
import type { PersonId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { bytesToId } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { FIRST_APPEAL_CLOCK } from './appeals/appeal-clock.ts';
import { policyInForce } from './queries.ts';
import type { NewPolicy } from './staff-api.ts';
import { putPolicy } from './sync.ts';
import type { MessagingTables, PolicyRow } from './tables.ts';

/** Clocks of console and gateway differ a little: "now" may be this many milliseconds ago. */
const SLACK = 5 * 60_000;

/** Sets the rules from a date on, as a new version; old versions stay, because decisions were made under them. */
export async function createPolicy(
  tx: GatewayTransaction,
  policy: NewPolicy,
  staffId: string,
): Promise<Result<PolicyRow, { readonly code: 'in-the-past' }>> {
  if (policy.effectiveFrom < tx.now - SLACK) return fail({ code: 'in-the-past' });
  const tables = tx.tables<MessagingTables>();
  const last = await tables
    .selectFrom('messaging_policies')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .executeTakeFirstOrThrow();
  const row: PolicyRow = {
    version: (last.version ?? 0) + 1,
    effective_from: policy.effectiveFrom,
    holding: JSON.stringify(policy.holding),
    max_characters: policy.maxCharacters,
    per_week: policy.perWeek,
    appeal_days: policy.appealDays ?? FIRST_APPEAL_CLOCK.appealDays,
    appeal_answer_days: policy.appealAnswerDays ?? FIRST_APPEAL_CLOCK.answerDays,
    created_by: staffId,
    created_at: tx.now,
  };
  await tables.insertInto('messaging_policies').values(row).execute();
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staffId },
    action: 'messages.set-policy',
    subject: `messages-policy-${String(row.version)}`,
    detail: { ...policy },
  });
  await tellPolicy(tx);
  return ok(row);
}

/**
 * Tells the policy in force to everyone here whose tablet was told another version. Called when a policy is made and
 * from time to time, because a policy may begin when nobody is doing anything. Returns how many were told.
 */
export async function tellPolicy(tx: GatewayTransaction): Promise<number> {
  const untold = await selectUntold(tx.tables(), tx.now);
  for (const { person } of untold) await putPolicy(tx, bytesToId<PersonId>(person));
  return untold.length;
}

/** How many people here were told another version than the one in force at `now`. */
export async function countUntold(db: Kysely<MessagingTables & PeopleTables>, now: number): Promise<number> {
  return (await selectUntold(db, now)).length;
}

async function selectUntold(
  db: Kysely<MessagingTables & PeopleTables>,
  now: number,
): Promise<readonly { readonly person: Uint8Array }[]> {
  const { version } = await policyInForce(db, now);
  return db
    .selectFrom('people')
    .leftJoin('messaging_policy_told', 'messaging_policy_told.person', 'people.id')
    .select('people.id as person')
    .where('people.status', '=', 'here')
    .where((eb) =>
      eb.or([eb('messaging_policy_told.version', 'is', null), eb('messaging_policy_told.version', '<>', version)]),
    )
    .execute();
}
