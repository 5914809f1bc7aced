import { fail, ok } from '#protocol/result.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { staffRoute, type StaffRoute } from '../../http/staff-route.ts';
import { closeAlert } from './actions.ts';
import { heldMessages, measureQueue, QUEUE_PAGE } from './moderation/queue.ts';
import { actorOf, messageFailure, type MessagingRouteDependencies, viewerOf } from './route-support.ts';
import {
  alertsSchema,
  messageParamsSchema,
  messagesQuerySchema,
  messagesSchema,
  queueQuerySchema,
  queueSchema,
} from './staff-api.ts';
import type { MessagingTables } from './tables.ts';
import { queueItem, selectNamedMessages, type ViewReads } from './views.ts';

/** Messages in one page of the search. */
const SEARCH_PAGE = 50;

/** Routes that list messages without their words. */
export function listRoutes(dependencies: MessagingRouteDependencies): readonly StaffRoute[] {
  return [queueRoute(dependencies), searchRoute(dependencies), alertsRoute(dependencies), alertSeenRoute(dependencies)];
}

function queueRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/messages/queue',
    action: 'messages.queue',
    query: queueQuerySchema,
    reply: queueSchema,
    handle: async ({ staff, query, now }) => {
      const db: ViewReads = dependencies.database.reads();
      const viewer = await viewerOf(dependencies, staff, now);
      const ids = await heldMessages(dependencies.database.reads<MessagingTables>(), query)
        .select('messaging_messages.id')
        .limit(QUEUE_PAGE)
        .execute();
      const rows =
        ids.length === 0
          ? []
          : await selectNamedMessages(db)
              .where(
                'messaging_messages.id',
                'in',
                ids.map((row) => row.id),
              )
              .orderBy('received_at')
              .orderBy('messaging_messages.id')
              .execute();
      const measured = await measureQueue(dependencies.database.reads<MessagingTables>());
      return ok({ items: rows.map((row) => queueItem(row, viewer)), ...measured });
    },
  });
}

function searchRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/messages',
    action: 'messages.view',
    query: messagesQuerySchema,
    reply: messagesSchema,
    handle: async ({ staff, query, now }) => {
      let rows = selectNamedMessages(dependencies.database.reads())
        .orderBy('received_at', 'desc')
        .orderBy('messaging_messages.id', 'desc')
        .limit(SEARCH_PAGE + 1);
      if (query.state !== undefined) rows = rows.where('messaging_messages.state', '=', query.state);
      if (query.personId !== undefined) rows = rows.where('messaging_messages.person', '=', idToBytes(query.personId));
      if (query.contactId !== undefined)
        rows = rows.where('messaging_messages.contact', '=', idToBytes(query.contactId));
      if (query.before !== undefined) rows = rows.where('received_at', '<', query.before);
      const found = await rows.execute();
      const viewer = await viewerOf(dependencies, staff, now);
      return ok({
        items: found.slice(0, SEARCH_PAGE).map((row) => queueItem(row, viewer)),
        more: found.length > SEARCH_PAGE,
      });
    },
  });
}

function alertsRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/messages/alerts',
    action: 'messages.alerts',
    reply: alertsSchema,
    handle: async ({ staff, now }) => {
      const rows = await selectNamedMessages(dependencies.database.reads())
        .where('alert_open', '=', 1)
        .orderBy('received_at')
        .limit(QUEUE_PAGE)
        .execute();
      const viewer = await viewerOf(dependencies, staff, now);
      return ok({ alerts: rows.map((row) => queueItem(row, viewer)) });
    },
  });
}

function alertSeenRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/messages/:messageId/alert-seen',
    action: 'messages.alerts',
    params: messageParamsSchema,
    reply: doneSchema,
    handle: async ({ staff, params }) => {
      const actor = await actorOf(dependencies, staff);
      const closed = await dependencies.database.committer.submit((tx) => closeAlert(tx, params.messageId, actor));
      return closed.ok ? ok({ done: true as const }) : fail(messageFailure(closed.error.code));
    },
  });
}
