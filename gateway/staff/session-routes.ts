import type {} from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { type CredentialCookie, credentialCookie } from '../http/cookies.ts';
import { errorReply, type RouteFailure } from '../http/error-replies.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import { addAccount, hasNoAccounts, setOwnPassword } from './accounts.ts';
import { loadEstablishment } from './establishment.ts';
import type { FirstAdministrator } from './first-administrator.ts';
import { hashPassword, passwordFits } from './password.ts';
import { actionsOf, type Policy } from './policy.ts';
import { endSession, findCaller } from './sessions.ts';
import { beginSession, signInWithPassword, type StartedSession } from './sign-in.ts';
import type { SignInBrake } from './sign-in-brake.ts';
import {
  changePasswordRequestSchema,
  firstAdministratorRequestSchema,
  type Session,
  signInRequestSchema,
} from './staff-api.ts';
import type { StaffTables } from './tables.ts';

/** What signing in needs. */
export type SessionDependencies = {
  readonly database: GatewayDatabase;
  readonly policy: Policy;
  readonly brake: SignInBrake;
  readonly firstAdministrator: FirstAdministrator;
  readonly clock: () => number;
  /** Milliseconds on a clock nobody can set back. */
  readonly uptime: () => number;
  /** True where the web door is reached over TLS only: the cookie then never leaves it. */
  readonly secureCookies: boolean;
};

/** Whoever the request's cookie stands for now. */
export function callerOf(
  dependencies: Pick<SessionDependencies, 'database' | 'clock' | 'secureCookies'>,
  request: FastifyRequest,
): Promise<StaffCaller | undefined> {
  const token = request.cookies[staffCookie(dependencies).name];
  return token === undefined
    ? Promise.resolve(undefined)
    : findCaller(dependencies.database, token, dependencies.clock());
}

/**
 * The routes one uses before, or about, being signed in. They are the only ones of the staff API that stand outside
 * the table of actions, and the authorisation matrix names them one by one.
 */
export function registerSessionRoutes(app: FastifyInstance, dependencies: SessionDependencies): void {
  app.get('/session', async (request, reply) => {
    const staff = await callerOf(dependencies, request);
    return staff === undefined ? refuse(reply, { code: 'not-signed-in' }) : describeSession(dependencies, staff);
  });
  app.post('/session', (request, reply) => start(dependencies, reply, signIn(dependencies, request)));
  app.post('/first-administrator', (request, reply) =>
    start(dependencies, reply, makeFirst(dependencies, request.body)),
  );
  app.delete('/session', async (request, reply) => {
    const token = request.cookies[staffCookie(dependencies).name];
    const staff = await callerOf(dependencies, request);
    if (token !== undefined && staff !== undefined) await signOut(dependencies, staff, token);
    const { name, options } = staffCookie(dependencies);
    return reply.clearCookie(name, options).send({ done: true });
  });
  app.post('/session/password', async (request, reply) => {
    const staff = await callerOf(dependencies, request);
    if (staff === undefined) return refuse(reply, { code: 'not-signed-in' });
    const changed = await changePassword(dependencies, staff, request.body, request.ip);
    if (!changed.ok) return refuse(reply, changed.error);
    return start(
      dependencies,
      reply,
      Promise.resolve(ok({ staff, token: await beginSession(dependencies.database, staff.staffId) })),
    );
  });
}

function staffCookie({ secureCookies }: Pick<SessionDependencies, 'secureCookies'>): CredentialCookie {
  return credentialCookie('staff', secureCookies);
}

async function start(
  dependencies: SessionDependencies,
  reply: FastifyReply,
  outcome: Promise<Result<StartedSession, RouteFailure>>,
): Promise<unknown> {
  const started = await outcome;
  if (!started.ok) return refuse(reply, started.error);
  const { name, options } = staffCookie(dependencies);
  reply.setCookie(name, started.value.token, options);
  return describeSession(dependencies, started.value.staff);
}

async function describeSession(dependencies: SessionDependencies, staff: StaffCaller): Promise<Session> {
  const { name } = await loadEstablishment(dependencies.database.reads<StaffTables>());
  return { staff, actions: [...actionsOf(dependencies.policy, staff.role)], establishment: { name } };
}

async function signIn(
  dependencies: SessionDependencies,
  request: FastifyRequest,
): Promise<Result<StartedSession, RouteFailure>> {
  const parsed = signInRequestSchema.safeParse(request.body);
  if (!parsed.success) return fail({ code: 'invalid-request' });
  return signInWithPassword(dependencies.database, dependencies.brake, {
    ...parsed.data,
    source: request.ip,
    uptime: dependencies.uptime(),
  });
}

async function makeFirst(
  dependencies: SessionDependencies,
  body: unknown,
): Promise<Result<StartedSession, RouteFailure>> {
  const parsed = firstAdministratorRequestSchema.safeParse(body);
  if (!parsed.success) return fail({ code: 'invalid-request' });
  const { token, password, ...account } = parsed.data;
  if (!dependencies.firstAdministrator.fits(token)) return fail({ code: 'token-wrong' });
  const passwordHash = await hashPassword(password);
  const made = await dependencies.database.committer.submit(async (tx) => {
    // Asked again in the job: two requests at once must not make two first administrators.
    if (!(await hasNoAccounts(tx.tables<StaffTables>()))) return fail({ code: 'token-wrong' });
    return addAccount(tx, undefined, { ...account, role: 'administrator', passwordHash });
  });
  if (!made.ok) return made;
  dependencies.firstAdministrator.done();
  const staff = {
    staffId: made.value.staffId,
    username: made.value.username,
    name: made.value.name,
    role: made.value.role,
  };
  return ok({ staff, token: await beginSession(dependencies.database, staff.staffId) });
}

async function signOut(dependencies: SessionDependencies, staff: StaffCaller, token: string): Promise<void> {
  await dependencies.database.committer.submit(async (tx) => {
    await endSession(tx, token);
    await appendAudit(tx, {
      at: tx.now,
      actor: { kind: 'staff', id: staff.staffId },
      action: 'session.end',
      subject: staff.staffId,
      detail: {},
    });
  });
}

async function changePassword(
  dependencies: SessionDependencies,
  staff: StaffCaller,
  body: unknown,
  source: string,
): Promise<Result<void, RouteFailure>> {
  const parsed = changePasswordRequestSchema.safeParse(body);
  if (!parsed.success) return fail({ code: 'invalid-request' });
  const { database, brake, uptime } = dependencies;
  const wait = brake.waitFor(staff.username, source, uptime());
  if (wait > 0) return fail({ code: 'wait', retryAfter: wait });
  const row = await database
    .reads<StaffTables>()
    .selectFrom('staff')
    .select('password')
    .where('username', '=', staff.username)
    .executeTakeFirstOrThrow();
  if (!(await passwordFits(parsed.data.current, row.password))) {
    brake.failed(staff.username, source, uptime());
    return fail({ code: 'password-wrong' });
  }
  const passwordHash = await hashPassword(parsed.data.next);
  await database.committer.submit((tx) => setOwnPassword(tx, staff, passwordHash));
  return ok(undefined);
}

function refuse(reply: FastifyReply, failure: RouteFailure): FastifyReply {
  const { status, body } = errorReply(failure);
  return reply.code(status).send(body);
}
