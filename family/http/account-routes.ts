import { fail, ok } from '#protocol/result.ts';
import { findInvitation } from '../accounts/invitations.ts';
import { addPerson, createAccount, tidySignInName } from '../accounts/join.ts';
import type { PasswordHasher } from '../accounts/password.ts';
import { endSession, startSession, type Visitor } from '../accounts/sessions.ts';
import type { SignInBrake } from '../accounts/sign-in-brake.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import {
  addPersonRequestSchema,
  checkInvitationReplySchema,
  checkInvitationRequestSchema,
  doneSchema,
  familySessionSchema,
  joinRequestSchema,
  signInRequestSchema,
  type FamilySession,
} from '../family-api.ts';
import { listPeople } from '../threads/threads.ts';
import { FAMILY_COOKIE, familyRoute, type FamilyCall, type FamilyRoute } from './family-scope.ts';

export type AccountRouteDependencies = {
  readonly database: FamilyDatabase;
  readonly passwords: PasswordHasher;
  readonly brake: SignInBrake;
  /** The cookie goes over TLS only. */
  readonly secure: boolean;
};

/** Guessing codes and passwords: tries of one address in a minute. */
const TRIES_PER_MINUTE = 20;

/** Routes to join, sign in, sign out, and add a prisoner. */
export function accountRoutes(dependencies: AccountRouteDependencies): readonly FamilyRoute[] {
  return [
    checkRoute(dependencies),
    joinRoute(dependencies),
    signInRoute(dependencies),
    sessionRoute(dependencies),
    signOutRoute(dependencies),
    addPersonRoute(dependencies),
  ];
}

function checkRoute({ database }: AccountRouteDependencies): FamilyRoute {
  return familyRoute({
    method: 'POST',
    path: '/invitations/check',
    who: 'anyone',
    triesPerMinute: TRIES_PER_MINUTE,
    body: checkInvitationRequestSchema,
    reply: checkInvitationReplySchema,
    handle: async ({ body, now }) => {
      const found = await findInvitation(database, body.code, now);
      return found.ok
        ? ok({ prisonerName: found.value.prisonerName, contactName: found.value.contactName })
        : fail(found.error);
    },
  });
}

function joinRoute(dependencies: AccountRouteDependencies): FamilyRoute {
  return familyRoute({
    method: 'POST',
    path: '/accounts',
    who: 'anyone',
    triesPerMinute: TRIES_PER_MINUTE,
    body: joinRequestSchema,
    reply: familySessionSchema,
    handle: async (call) => {
      // First the code, so that nobody without one can make us hash.
      const found = await findInvitation(dependencies.database, call.body.code, call.now);
      if (!found.ok) return fail(found.error);
      const passwordHash = await dependencies.passwords.hash(call.body.password);
      if (passwordHash === undefined) return fail({ code: 'busy' });
      const made = await createAccount(dependencies.database, { ...call.body, passwordHash }, call.now);
      if (!made.ok) return fail(made.error);
      return ok(await signIn(dependencies, call, made.value));
    },
  });
}

function signInRoute(dependencies: AccountRouteDependencies): FamilyRoute {
  const { database, passwords, brake } = dependencies;
  return familyRoute({
    method: 'POST',
    path: '/session',
    who: 'anyone',
    triesPerMinute: TRIES_PER_MINUTE,
    body: signInRequestSchema,
    reply: familySessionSchema,
    handle: async (call) => {
      const signInName = tidySignInName(call.body.signInName);
      const wait = brake.waitFor(signInName, call.request.ip, call.now);
      if (wait > 0) return fail({ code: 'wait', retryAfter: wait });
      const account = await database
        .selectFrom('accounts')
        .selectAll()
        .where('sign_in_name', '=', signInName)
        .executeTakeFirst();
      // Counted before it is tried, so that many tries at once are many tries.
      brake.failed(signInName, call.request.ip, call.now);
      const fits = await passwords.fits(call.body.password, account?.password);
      if (fits === undefined) return fail({ code: 'busy' });
      if (!fits || account === undefined) return fail({ code: 'sign-in-refused' });
      brake.succeeded(signInName, call.request.ip);
      return ok(await signIn(dependencies, call, { account: account.id, signInName }));
    },
  });
}

function sessionRoute({ database }: AccountRouteDependencies): FamilyRoute {
  return familyRoute({
    method: 'GET',
    path: '/session',
    who: 'signed-in',
    reply: familySessionSchema,
    handle: async ({ visitor }) => ok(await sessionOf(database, visitor)),
  });
}

function signOutRoute(dependencies: AccountRouteDependencies): FamilyRoute {
  return familyRoute({
    method: 'DELETE',
    path: '/session',
    who: 'anyone',
    reply: doneSchema,
    handle: async ({ request, reply }) => {
      const token = request.cookies[FAMILY_COOKIE];
      if (token !== undefined) await endSession(dependencies.database, token);
      reply.clearCookie(FAMILY_COOKIE, cookieOptions(dependencies.secure));
      return ok({ done: true as const });
    },
  });
}

function addPersonRoute({ database }: AccountRouteDependencies): FamilyRoute {
  return familyRoute({
    method: 'POST',
    path: '/people',
    who: 'signed-in',
    triesPerMinute: TRIES_PER_MINUTE,
    body: addPersonRequestSchema,
    reply: familySessionSchema,
    handle: async ({ body, visitor, now }) => {
      const added = await addPerson(database, visitor, body.code, now);
      return added.ok ? ok(await sessionOf(database, visitor)) : fail(added.error);
    },
  });
}

/** Whatever cookie came with the request is left behind: the session is a new one (session fixation). */
async function signIn(
  dependencies: AccountRouteDependencies,
  call: FamilyCall<unknown, unknown, 'anyone'>,
  visitor: Visitor,
): Promise<FamilySession> {
  const before = call.request.cookies[FAMILY_COOKIE];
  if (before !== undefined) await endSession(dependencies.database, before);
  const token = await startSession(dependencies.database, visitor.account, call.now);
  call.reply.setCookie(FAMILY_COOKIE, token, { ...cookieOptions(dependencies.secure), maxAge: 180 * 24 * 60 * 60 });
  return sessionOf(dependencies.database, visitor);
}

async function sessionOf(database: FamilyDatabase, visitor: Visitor): Promise<FamilySession> {
  return { signInName: visitor.signInName, people: await listPeople(database, visitor) };
}

function cookieOptions(secure: boolean) {
  return { path: '/api', httpOnly: true, sameSite: 'strict', secure } as const;
}
