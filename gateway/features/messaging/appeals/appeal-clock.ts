import type { MessagingReads } from '../queries.ts';
import { loadPolicyRows } from '../queries.ts';
import { policyOfRow } from '../message-rows.ts';
import { policyAt } from '../moderation/judge-intake.ts';

/** The two clocks of an appeal: days to ask after a stop, and working days to answer after it was asked. */
export type AppealClock = { readonly appealDays: number; readonly answerDays: number };

/**
 * What holds before a governor has set any rules: ten days to ask, as Washington State's rule for prisoners, and five
 * working days to answer (domain.md 3.5, recommended target).
 */
export const FIRST_APPEAL_CLOCK: AppealClock = { appealDays: 10, answerDays: 5 };

/** A day, in milliseconds. */
const DAY = 86_400_000;

/**
 * How much later than the writer was told an appeal is still taken. Only the gateway's clock decides (SPEC CLOCK-1),
 * and a tablet may be a week without a line: what was asked in time must not be lost on the way.
 */
export const LATE_BY = 14 * DAY;

/** The clocks of the rules in force at `now`. */
export async function appealClockAt(db: MessagingReads, now: number): Promise<AppealClock> {
  const rows = await loadPolicyRows(db);
  const inForce = policyAt(rows.map(policyOfRow), now);
  const row = rows.find(({ version }) => version === inForce?.version);
  return row === undefined ? FIRST_APPEAL_CLOCK : { appealDays: row.appeal_days, answerDays: row.appeal_answer_days };
}

/** The last moment to ask, for a message stopped at `stoppedAt` (milliseconds). */
export function openUntil(stoppedAt: number, { appealDays }: AppealClock): number {
  return stoppedAt + appealDays * DAY;
}

/**
 * The same time of day so many working days later: Monday to Friday in UTC. Bank holidays are not known here, so an
 * answer may be promised for one.
 */
export function answerBy(askedAt: number, { answerDays }: AppealClock): number {
  let at = askedAt;
  for (let left = answerDays; left > 0; ) {
    at += DAY;
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}

function isWeekend(at: number): boolean {
  const day = new Date(at).getUTCDay();
  return day === 0 || day === 6;
}
