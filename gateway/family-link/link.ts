import { z } from 'zod/mini';
import {
  familyLinkPaths,
  linkReceiptsSchema,
  linkRepliesSchema,
  type LinkCertificate,
  type LinkContact,
  type LinkDelivery,
  type LinkReceipts,
  type LinkReply,
  type LinkStatus,
} from '#protocol/family-link/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';

/**
 * Why a call gave nothing. `unreachable`: no answer; `sent` is false only when it is certain that nothing arrived.
 * `refused`: it answered with this status (401: the token is wrong). `reply-invalid`: it answered something else.
 * All mean: keep everything and try again later.
 */
export type LinkFault =
  | { readonly code: 'unreachable'; readonly sent: boolean }
  | { readonly code: 'refused'; readonly status: number }
  | { readonly code: 'reply-invalid' };

/** The calls to the family service, each of which may be repeated with the effect of once. */
export type FamilyLink = {
  readonly pushContacts: (contacts: readonly LinkContact[]) => Promise<Result<void, LinkFault>>;
  readonly pushDeliveries: (deliveries: readonly LinkDelivery[]) => Promise<Result<LinkReceipts, LinkFault>>;
  readonly fetchReplies: () => Promise<Result<readonly LinkReply[], LinkFault>>;
  readonly confirmFetched: (messageIds: readonly string[]) => Promise<Result<void, LinkFault>>;
  readonly pushStatuses: (statuses: readonly LinkStatus[]) => Promise<Result<void, LinkFault>>;
  readonly pushCertificates: (certificates: readonly LinkCertificate[]) => Promise<Result<void, LinkFault>>;
};

export type LinkOptions = {
  /** `https://…`, without a path. */
  readonly url: string;
  readonly token: string;
  /** Milliseconds one call may take. */
  readonly timeout: number;
};

/** Largest answer taken, in bytes: fifty sealed replies of 60 kB, and room. */
const MAX_ANSWER = 8 * 1024 * 1024;

/** Errors after which it is certain that no byte of the request arrived. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** The only way out of the prison: six calls to one address, with the token, a time-out and a largest answer. */
export function createFamilyLink(options: LinkOptions): FamilyLink {
  const post = async <T>(path: string, body: unknown, schema: z.ZodMiniType<T>) =>
    call(options, path, schema, JSON.stringify(body));
  const done = z.object({ done: z.literal(true) });
  const nothing = async (answer: Promise<Result<unknown, LinkFault>>): Promise<Result<void, LinkFault>> => {
    const result = await answer;
    return result.ok ? ok(undefined) : result;
  };
  return {
    pushContacts: (contacts) => nothing(post(familyLinkPaths.contacts, contacts, done)),
    pushDeliveries: (deliveries) => post(familyLinkPaths.deliveries, deliveries, linkReceiptsSchema),
    fetchReplies: async () => {
      const answer = await call(options, familyLinkPaths.replies, linkRepliesSchema);
      return answer.ok ? ok(answer.value.replies) : answer;
    },
    confirmFetched: (messageIds) => nothing(post(familyLinkPaths.fetched, { messageIds }, done)),
    pushStatuses: (statuses) => nothing(post(familyLinkPaths.statuses, statuses, done)),
    pushCertificates: (certificates) => nothing(post(familyLinkPaths.certificates, certificates, done)),
  };
}

async function call<T>(
  options: LinkOptions,
  path: string,
  schema: z.ZodMiniType<T>,
  body?: string,
): Promise<Result<T, LinkFault>> {
  try {
    const response = await fetch(new URL(path, options.url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${options.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      // The token goes to this address and to no other that it might name.
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeout),
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return fail({ code: 'refused', status: response.status });
    }
    const text = await readAtMost(response, MAX_ANSWER);
    const parsed = text === undefined ? undefined : schema.safeParse(parseJson(text));
    return parsed?.success === true ? ok(parsed.data) : fail({ code: 'reply-invalid' });
  } catch (error) {
    return fail({ code: 'unreachable', sent: !isNotSent(error) });
  }
}

async function readAtMost(response: Response, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    // Leaving the loop cancels the rest.
    if (size > limit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isNotSent(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && NOT_SENT.includes(code);
}
