import { fail, ok, type Result } from '#protocol/result.ts';
import { doneSchema } from '../../http/staff-api.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import { staffRoute, type StaffCaller, type StaffRoute } from '../../http/staff-route.ts';
import type { MessageId } from '#protocol/ids.ts';
import { claimForStaff, claimNextForStaff, decideForStaff, noteView, unclaimForStaff } from './actions.ts';
import { actorOf, messageFailure, type MessagingRouteDependencies, viewerOf } from './route-support.ts';
import {
  decisionReplySchema,
  decisionRequestSchema,
  messageParamsSchema,
  messageViewSchema,
  nextMessageRequestSchema,
  nextMessageSchema,
  type MessageView,
} from './staff-api.ts';
import { messageView, type ViewReads } from './views.ts';

/** Routes that show or decide the words of one message. */
export function messageRoutes(dependencies: MessagingRouteDependencies): readonly StaffRoute[] {
  return [
    nextRoute(dependencies),
    claimRoute(dependencies),
    unclaimRoute(dependencies),
    viewRoute(dependencies),
    decisionRoute(dependencies),
  ];
}

function nextRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/messages/next',
    action: 'messages.decide',
    body: nextMessageRequestSchema,
    reply: nextMessageSchema,
    handle: async ({ staff, body, now }) => {
      const actor = await actorOf(dependencies, staff);
      const claimed = await dependencies.database.committer.submit((tx) => claimNextForStaff(tx, actor, body));
      if (claimed === undefined) return ok({ message: null });
      const view = await show(dependencies, claimed.messageId, staff, now);
      return view.ok ? ok({ message: view.value }) : view;
    },
  });
}

function claimRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/messages/:messageId/claim',
    action: 'messages.decide',
    params: messageParamsSchema,
    reply: messageViewSchema,
    handle: async ({ staff, params, now }) => {
      const actor = await actorOf(dependencies, staff);
      const claimed = await dependencies.database.committer.submit((tx) => claimForStaff(tx, params.messageId, actor));
      return claimed.ok ? show(dependencies, params.messageId, staff, now) : fail(messageFailure(claimed.error.code));
    },
  });
}

function unclaimRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/messages/:messageId/unclaim',
    action: 'messages.decide',
    params: messageParamsSchema,
    reply: doneSchema,
    handle: async ({ staff, params }) => {
      const actor = await actorOf(dependencies, staff);
      const freed = await dependencies.database.committer.submit((tx) => unclaimForStaff(tx, params.messageId, actor));
      return freed.ok ? ok({ done: true as const }) : fail(messageFailure(freed.error.code));
    },
  });
}

function viewRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/messages/:messageId',
    action: 'messages.view',
    params: messageParamsSchema,
    reply: messageViewSchema,
    handle: async ({ staff, params, now }) => {
      const view = await show(dependencies, params.messageId, staff, now);
      if (!view.ok) return view;
      const actor = await actorOf(dependencies, staff);
      // The words leave only after the view is in the audit.
      await dependencies.database.committer.submit((tx) => noteView(tx, params.messageId, actor));
      return view;
    },
  });
}

function decisionRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/messages/:messageId/decision',
    action: 'messages.decide',
    params: messageParamsSchema,
    body: decisionRequestSchema,
    reply: decisionReplySchema,
    handle: async ({ staff, params, body }) => {
      const actor = await actorOf(dependencies, staff);
      const decided = await dependencies.database.committer.submit((tx) =>
        decideForStaff(tx, params.messageId, body, actor),
      );
      if (!decided.ok) return fail(messageFailure(decided.error.code));
      return ok({ action: decided.value.action, state: decided.value.message.state });
    },
  });
}

async function show(
  dependencies: MessagingRouteDependencies,
  messageId: MessageId,
  staff: StaffCaller,
  now: number,
): Promise<Result<MessageView, RouteFailure>> {
  const reads: ViewReads = dependencies.database.reads();
  const view = await messageView(reads, messageId, await viewerOf(dependencies, staff, now));
  return view === undefined ? fail({ code: 'not-found' }) : ok(view);
}
