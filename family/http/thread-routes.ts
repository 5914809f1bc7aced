import { fail, ok } from '#protocol/result.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import {
  contactParamsSchema,
  doneSchema,
  readRequestSchema,
  sendReplyReplySchema,
  sendReplyRequestSchema,
  threadSchema,
} from '../family-api.ts';
import { sendReply } from '../threads/send-reply.ts';
import { loadThread, markRead, ownContact, replyOf } from '../threads/threads.ts';
import { familyRoute, type FamilyRoute } from './family-scope.ts';

/** Replies of one address in a minute: more than anyone writes, less than a flood. */
const REPLIES_PER_MINUTE = 30;

/** Routes of one thread. A contact that is not the visitor's is not found, like one that never was. */
export function threadRoutes(database: FamilyDatabase): readonly FamilyRoute[] {
  return [readRoute(database), sendRoute(database), markReadRoute(database)];
}

function readRoute(database: FamilyDatabase): FamilyRoute {
  return familyRoute({
    method: 'GET',
    path: '/people/:contactId',
    who: 'signed-in',
    params: contactParamsSchema,
    reply: threadSchema,
    handle: async ({ visitor, params }) => {
      const thread = await loadThread(database, visitor, params.contactId);
      return thread === undefined ? fail({ code: 'not-found' }) : ok(thread);
    },
  });
}

function sendRoute(database: FamilyDatabase): FamilyRoute {
  return familyRoute({
    method: 'POST',
    path: '/people/:contactId/messages',
    who: 'signed-in',
    triesPerMinute: REPLIES_PER_MINUTE,
    params: contactParamsSchema,
    body: sendReplyRequestSchema,
    reply: sendReplyReplySchema,
    handle: async ({ visitor, params, body, now }) => {
      const sent = await sendReply(database, visitor, params.contactId, body, now);
      return sent.ok ? ok({ message: replyOf(sent.value) }) : fail(sent.error);
    },
  });
}

function markReadRoute(database: FamilyDatabase): FamilyRoute {
  return familyRoute({
    method: 'POST',
    path: '/people/:contactId/read',
    who: 'signed-in',
    params: contactParamsSchema,
    body: readRequestSchema,
    reply: doneSchema,
    handle: async ({ visitor, params, body, now }) => {
      if ((await ownContact(database, visitor, params.contactId)) === undefined) return fail({ code: 'not-found' });
      await markRead(database, params.contactId, body.upTo, now);
      return ok({ done: true as const });
    },
  });
}
