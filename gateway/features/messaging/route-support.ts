import { bytesToId } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { ErrorCode, RouteFailure } from '../../http/error-replies.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import type { StaffTables } from '../../staff/tables.ts';
import type { AnswerFault } from './appeals/answer-appeal.ts';
import type { ClaimFault } from './moderation/claim.ts';
import type { DecisionFault, ModerationActor } from './moderation/decide.ts';
import { desksOf } from './policy.ts';
import { loadKnownContacts } from './queries.ts';
import type { MessagingTables } from './tables.ts';
import type { Viewer } from './views.ts';

/** What the routes need. `makeId` gives a new UUID; `randomBytes` what an invitation is made of. */
export type MessagingRouteDependencies = {
  readonly database: GatewayDatabase;
  readonly makeId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** The signed-in member of staff as moderation knows them. */
export async function actorOf(dependencies: MessagingRouteDependencies, staff: StaffCaller): Promise<ModerationActor> {
  const known = await loadKnownContacts(dependencies.database.reads<MessagingTables>(), staff.staffId);
  return { staffId: staff.staffId, desks: desksOf(staff.role), knows: known.map((id) => bytesToId(id)) };
}

/** Who looks, with the names of colleagues. */
export async function viewerOf(
  dependencies: MessagingRouteDependencies,
  staff: StaffCaller,
  now: number,
): Promise<Viewer> {
  const rows = await dependencies.database.reads<StaffTables>().selectFrom('staff').select(['id', 'name']).execute();
  const names = new Map(rows.map((row) => [bytesToId(row.id), row.name]));
  return { staffId: staff.staffId, now, nameOf: (staffId) => names.get(staffId) ?? null };
}

const FAILURES: Readonly<Record<DecisionFault['code'] | ClaimFault['code'] | AnswerFault['code'] | 'not-found', ErrorCode>> = {
  'not-found': 'not-found',
  'not-held': 'message-not-held',
  'claim-needed': 'message-claim-needed',
  'claimed-by-other': 'message-claimed',
  'claim-expired': 'message-claim-expired',
  'text-changed': 'message-text-changed',
  'knows-them': 'message-known-to-you',
  'desk-needed': 'message-desk',
  'second-person-needed': 'message-second-person',
  'proposal-stands': 'message-proposal-stands',
  'reason-not-fixable': 'message-reason-not-fixable',
  'too-late': 'message-too-late',
  'appeal-answered': 'appeal-answered',
  'own-stop': 'appeal-own-stop',
};

/** A fault of claim or decision in the words of the staff API. */
export function messageFailure(code: keyof typeof FAILURES): RouteFailure {
  return { code: FAILURES[code] };
}
