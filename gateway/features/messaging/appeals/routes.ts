import { fail, ok } from '#protocol/result.ts';
import { bytesToId } from '../../../db/id-bytes.ts';
import { staffRoute, type StaffRoute } from '../../../http/staff-route.ts';
import { QUEUE_PAGE } from '../moderation/queue.ts';
import { actorOf, messageFailure, type MessagingRouteDependencies, viewerOf } from '../route-support.ts';
import { messageParamsSchema } from '../staff-api.ts';
import type { MessagingTables } from '../tables.ts';
import { messageView, queueItem, selectNamedMessages, type ViewReads } from '../views.ts';
import { answerForStaff, noteAppealView } from './appeal-actions.ts';
import { loadAppeal, loadOwnStops, loadStoppers } from './appeal-queries.ts';
import { answerReplySchema, answerRequestSchema, appealsSchema, appealViewSchema, type AppealItem } from './staff-api.ts';

/** Routes about appeals against a stop: what is due, one of them with its words, and the answer. */
export function appealRoutes(dependencies: MessagingRouteDependencies): readonly StaffRoute[] {
  return [listRoute(dependencies), viewRoute(dependencies), answerRoute(dependencies)];
}

function listRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/messages/appeals',
    action: 'appeals.read',
    reply: appealsSchema,
    handle: async ({ staff, now }) => {
      const db: ViewReads = dependencies.database.reads();
      const rows = await selectNamedMessages(db)
        .innerJoin('messaging_appeals', 'messaging_appeals.message', 'messaging_messages.id')
        .select(['messaging_appeals.asked_at', 'messaging_appeals.answer_by'])
        .where('messaging_appeals.state', '=', 'asked')
        .orderBy('messaging_appeals.answer_by')
        .orderBy('messaging_messages.id')
        .limit(QUEUE_PAGE)
        .execute();
      const viewer = await viewerOf(dependencies, staff, now);
      const reads = dependencies.database.reads<MessagingTables>();
      const own = await loadOwnStops(reads, staff.staffId, rows.map((row) => row.id));
      const items = rows.map((row): AppealItem => ({
        ...queueItem(row, viewer),
        reason: row.reason as AppealItem['reason'],
        askedAt: row.asked_at ?? 0,
        answerBy: row.answer_by ?? 0,
        late: (row.answer_by ?? 0) < now,
        mine: own.has(bytesToId(row.id)),
      }));
      return ok({ items });
    },
  });
}

function viewRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/messages/:messageId/appeal',
    action: 'appeals.decide',
    params: messageParamsSchema,
    reply: appealViewSchema,
    handle: async ({ staff, params: { messageId }, now }) => {
      const db: ViewReads = dependencies.database.reads();
      const message = await messageView(db, messageId, await viewerOf(dependencies, staff, now));
      const reads = dependencies.database.reads<MessagingTables>();
      const appeal = await loadAppeal(reads, messageId);
      if (message === undefined || appeal === undefined) return fail({ code: 'not-found' });
      const mine = (await loadStoppers(reads, messageId)).includes(staff.staffId);
      const actor = await actorOf(dependencies, staff);
      // The words leave only after the view is in the audit.
      await dependencies.database.committer.submit((tx) => noteAppealView(tx, messageId, actor));
      return ok({ message, appeal, mine });
    },
  });
}

function answerRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/messages/:messageId/appeal',
    action: 'appeals.decide',
    params: messageParamsSchema,
    body: answerRequestSchema,
    reply: answerReplySchema,
    handle: async ({ staff, params, body }) => {
      const actor = await actorOf(dependencies, staff);
      const answered = await dependencies.database.committer.submit((tx) => answerForStaff(tx, params.messageId, body, actor));
      return answered.ok ? ok({ action: answered.value.action }) : fail(messageFailure(answered.error.code));
    },
  });
}
