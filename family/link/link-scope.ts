import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/mini';
import {
  familyLinkPaths,
  linkCertificateSchema,
  linkContactSchema,
  linkDeliverySchema,
  linkStatusSchema,
} from '#protocol/family-link/schema.ts';
import { messageIdSchema } from '#protocol/ids.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import { sendFailure } from '../http/create-family-server.ts';
import { takeCertificates } from '../certificates/take-certificates.ts';
import { forgetFetched, listSealedReplies, takeContacts, takeDeliveries, takeStatuses } from './take-from-prison.ts';

/** Bytes of one call from the prison: fifty messages of the longest kind, and room for their names. */
const LINK_BODY_LIMIT = 4 * 1024 * 1024;
/** Records in one call. */
const MAX_RECORDS = 500;

/** Far above what the prison's gateway does, far below what would hurt. */
const LINK_LIMIT = { rateLimit: { max: 3000, timeWindow: 60_000 } };

const contactsSchema = z.array(linkContactSchema).check(z.maxLength(MAX_RECORDS));
const deliveriesSchema = z.array(linkDeliverySchema).check(z.maxLength(MAX_RECORDS));
const statusesSchema = z.array(linkStatusSchema).check(z.maxLength(MAX_RECORDS));
const certificatesSchema = z.array(linkCertificateSchema).check(z.maxLength(MAX_RECORDS));
const fetchedSchema = z.strictObject({ messageIds: z.array(messageIdSchema).check(z.maxLength(MAX_RECORDS)) });

export type LinkScopeDependencies = {
  readonly database: FamilyDatabase;
  readonly clock: () => number;
  /** The secret that the prison's gateway sends with every call. */
  readonly token: string;
};

/** What the prison's gateway calls. Nothing here ever calls the prison (product.md). */
export function registerLinkScope(app: FastifyInstance, { database, clock, token }: LinkScopeDependencies): void {
  const expected = sha256(`Bearer ${token}`);
  app.addHook('onRequest', async (request, reply) => {
    // Hashes of equal length: how long the comparison takes says nothing about the token.
    const given = sha256(request.headers.authorization ?? '');
    if (!timingSafeEqual(given, expected)) return sendFailure(reply, { code: 'link-refused' });
    return undefined;
  });
  const post = <Body>(path: string, schema: z.ZodMiniType<Body>, handle: (body: Body) => Promise<unknown>): void => {
    app.post(path, { bodyLimit: LINK_BODY_LIMIT, config: LINK_LIMIT }, (request, reply) =>
      parsed(request, reply, schema, handle),
    );
  };
  post(familyLinkPaths.contacts, contactsSchema, (contacts) => takeContacts(database, contacts));
  post(familyLinkPaths.deliveries, deliveriesSchema, (deliveries) => takeDeliveries(database, deliveries, clock()));
  post(familyLinkPaths.fetched, fetchedSchema, ({ messageIds }) => forgetFetched(database, messageIds, clock()));
  post(familyLinkPaths.certificates, certificatesSchema, (certificates) => takeCertificates(database, certificates));
  post(familyLinkPaths.statuses, statusesSchema, (statuses) => takeStatuses(database, statuses));
  app.get(familyLinkPaths.replies, { config: LINK_LIMIT }, async () => ({
    replies: await listSealedReplies(database),
  }));
}

async function parsed<Body>(
  request: FastifyRequest,
  reply: FastifyReply,
  schema: z.ZodMiniType<Body>,
  handle: (body: Body) => Promise<unknown>,
): Promise<unknown> {
  const body = schema.safeParse(request.body);
  if (!body.success) return sendFailure(reply, { code: 'invalid-request' });
  return (await handle(body.data)) ?? { done: true };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
