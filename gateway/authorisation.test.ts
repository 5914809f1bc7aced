import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../tests/support/running-gateway.ts';
import { ok } from '#protocol/result.ts';
import { policyOfAll } from './app.ts';
import { type StaffRole, staffRoles } from './staff/staff-api.ts';
import { registerStaffScope } from './http/staff-scope.ts';
import { staffRoute } from './http/staff-route.ts';
import { doneSchema } from './http/staff-api.ts';
import { mergePolicies } from './staff/policy.ts';

let prison: GatewayInTest;
const callers = new Map<StaffRole, Caller>();

beforeAll(async () => {
  prison = await startGatewayInTest();
  for (const role of staffRoles) callers.set(role, await prison.as(role));
}, 60_000);
afterAll(() => prison.close());

/** Addresses need ids; one that nobody has is as good as any, because the right is judged before the record. */
const someone = (path: string): string =>
  path
    .replace(/:packId/, 'no-such-pack')
    .replace(/:version/, '1')
    .replace(/:keyId/, 'no-such-key')
    .replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');

/**
 * Who may do what, written out once more by hand: a change of a policy must be made twice, and seen.
 * m moderator, e education, t tutor, a administrator, s security, u auditor, g governor, c safer custody, k keyworker,
 * b substance-misuse worker, h healthcare
 */
const EXPECTED: Readonly<Record<string, string>> = {
  'GET /overview': 'metasugckbh',
  'GET /establishment': 'metasugckbh',
  'PUT /establishment': 'a',
  'GET /accounts': 'aug',
  'POST /accounts': 'a',
  'PATCH /accounts/:staffId': 'a',
  'GET /audit': 'sug',
  'GET /audit/verification': 'sug',
  'GET /people': 'metasg',
  'GET /people/:personId': 'metasg',
  'POST /people': 'a',
  'PATCH /people/:personId': 'a',
  'GET /tablets': 'asg',
  'GET /tablets/:tabletId': 'asg',
  'POST /tablets': 'a',
  'PATCH /tablets/:tabletId': 'a',
  'POST /tablets/:tabletId/enrolment-code': 'a',
  'PUT /tablets/:tabletId/people': 'a',
  'POST /tablets/:tabletId/people/:personId/first-sign-in-code': 'a',
  'POST /tablets/:tabletId/revoke': 'as',
  'GET /late-tablets': 'etag',
  'GET /late-tablets/csv': 'etag',
  'GET /packs': 'etsg',
  'POST /packs': 'e',
  'POST /packs/:packId/publications': 'e',
  'GET /packs/:packId/holders': 'etsg',
  'GET /packs/:packId/history': 'etsg',
  'PUT /packs/:packId/pick': 'e',
  'DELETE /publications/:publicationId': 'e',
  'POST /packs/uploads': 'e',
  'GET /packs/uploads/:draftId': 'e',
  'PATCH /packs/uploads/:draftId/:position': 'e',
  'POST /packs/uploads/:draftId/done': 'e',
  'GET /packs/drafts': 'es',
  'GET /packs/drafts/:draftId': 'es',
  'PATCH /packs/drafts/:draftId': 'e',
  'DELETE /packs/drafts/:draftId': 'e',
  'GET /packs/drafts/:draftId/difference': 'es',
  'GET /packs/drafts/:draftId/preview': 'es',
  'GET /packs/drafts/:draftId/files/*': 'es',
  'GET /packs/drafts/:draftId/sources': 'e',
  'GET /packs/drafts/:draftId/source': 'e',
  'PUT /packs/drafts/:draftId/source': 'e',
  'POST /packs/drafts/:draftId/picture-words': 'e',
  'POST /packs/drafts/:draftId/check': 'e',
  'POST /packs/drafts/:draftId/cancel': 'e',
  'POST /packs/drafts/:draftId/submit': 'e',
  'POST /packs/drafts/:draftId/unsubmit': 'e',
  'POST /packs/drafts/:draftId/approve': 'es',
  'POST /packs/drafts/:draftId/return': 'es',
  'POST /packs/:packId/editions/:version/restore': 'e',
  'GET /pack-keys/own': 'easu',
  'POST /pack-keys/own': 'a',
  'GET /pack-keys': 'easu',
  'POST /pack-keys': 'a',
  'DELETE /pack-keys/:keyId': 'a',
  'GET /pack-roles': 'easu',
  'POST /pack-roles': 'a',
  'POST /pack-roles/look': 'a',
  'GET /pack-release': 'easu',
  'GET /revocations': 'etasug',
  'POST /revocations': 'eas',
  'POST /revocations/:revocationId/lift': 'eas',
  'DELETE /revocations/:revocationId/lift': 'eas',
  'POST /revocations/:revocationId/lift/agree': 's',
  'GET /learners': 'etg',
  'GET /learners/:personId': 'etg',
  'GET /groups': 'etg',
  'POST /groups': 'et',
  'PATCH /groups/:groupId': 'et',
  'PUT /groups/:groupId/people': 'et',
  'DELETE /groups/:groupId': 'et',
  'GET /work': 'et',
  'GET /work/:workId/photos/:photoId': 'et',
  'POST /work/:workId/open': 'et',
  'POST /work/:workId/mark': 'et',
  'GET /certificates': 'etg',
  'GET /packs/:packId/feedback': 'etg',
  'GET /certificates/:number/print': 'etg',
  'POST /certificates/:number/revoke': 'e',
  'GET /learning/csv': 'et',
  'GET /learning/statements': 'et',
  'GET /alerts': 'cs',
  'GET /alerts/overdue': 'mg',
  'POST /alerts/:alertId/acknowledge': 'csmg',
  'POST /alerts/:alertId/close': 'cs',
  'GET /alerts/policies': 'csgau',
  'POST /alerts/policies': 'g',
  'GET /sharing': 'tkbh',
  'PUT /sharing/desk-key': 'tkbh',
  'POST /sharing/role-key': 'tkbh',
  'POST /sharing/grants': 'tkbh',
  'POST /sharing/shares/:shareId/open': 'tkbh',
  'POST /sharing/shares/:shareId/answers': 'tkbh',
  'GET /messages/appeals': 'msg',
  'GET /messages/:messageId/appeal': 'msg',
  'POST /messages/:messageId/appeal': 'msg',
};
const LETTERS: Readonly<Record<StaffRole, string>> = {
  moderator: 'm',
  education: 'e',
  tutor: 't',
  administrator: 'a',
  security: 's',
  auditor: 'u',
  governor: 'g',
  'safer-custody': 'c',
  keyworker: 'k',
  'substance-misuse': 'b',
  healthcare: 'h',
};

/** The staff routes as registered, with their actions: from the running app, not from a list that could forget one. */
function registeredRoutes(): readonly {
  readonly method: string;
  readonly path: string;
  readonly action: string | undefined;
}[] {
  return prison.routes
    .filter((route) => route.path.startsWith('/api/staff/'))
    .map((route) => ({ ...route, path: route.path.slice('/api/staff'.length) }));
}

describe('who may do what', () => {
  it('is declared by every staff route but those of signing in', () => {
    const open = registeredRoutes()
      .filter((route) => route.action === undefined)
      .map((route) => `${route.method} ${route.path}`);
    expect(open.sort()).toEqual([
      'DELETE /session',
      'GET /session',
      'POST /first-administrator',
      'POST /session',
      'POST /session/password',
    ]);
  });

  it('is the same when asked with each role as in the table, for every route of these rooms and features', async () => {
    const wrong: string[] = [];
    const own = registeredRoutes().filter(
      (route) => route.action !== undefined && !/^(messages|contacts)\./.test(route.action),
    );
    expect(own.map((route) => `${route.method} ${route.path}`).sort()).toEqual(Object.keys(EXPECTED).sort());
    for (const { method, path } of own) {
      for (const role of staffRoles) {
        const { status, body } = await callers.get(role)!.call(method, `/api/staff${someone(path)}`);
        const allowed = body.code !== 'not-allowed';
        if (status >= 500) wrong.push(`${method} ${path} as ${role}: ${String(status)}`);
        if (allowed !== EXPECTED[`${method} ${path}`]!.includes(LETTERS[role]))
          wrong.push(`${method} ${path} as ${role}: ${String(status)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('is, for every route whatever its feature, exactly what its policy says of its action', async () => {
    const policy = policyOfAll(prison.features);
    const wrong: string[] = [];
    for (const { method, path, action } of registeredRoutes()) {
      if (action === undefined) continue;
      for (const role of staffRoles) {
        const { body } = await callers.get(role)!.call(method, `/api/staff${someone(path)}`);
        if ((body.code !== 'not-allowed') !== policy[action]!.roles.includes(role))
          wrong.push(`${method} ${path} as ${role}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('lets nobody in who is not signed in', async () => {
    for (const { method, path, action } of registeredRoutes()) {
      if (action === undefined) continue;
      expect([`${method} ${path}`, (await prison.browser().call(method, `/api/staff${someone(path)}`)).status]).toEqual(
        [`${method} ${path}`, 401],
      );
    }
  });

  it('has a reason for every row, and no action twice', () => {
    for (const [action, row] of Object.entries(policyOfAll(prison.features)))
      expect([action, row.why.length > 20]).toEqual([action, true]);
    expect(() => mergePolicies([{ a: { roles: [], why: '' } }, { a: { roles: [], why: '' } }])).toThrow('Two policies');
  });

  it('stops the start for a route whose action stands in no policy', () => {
    const route = staffRoute({
      method: 'GET',
      path: '/x',
      action: 'x.y',
      reply: doneSchema,
      handle: () => Promise.resolve(ok({ done: true as const })),
    });
    expect(() => registerStaffScope({} as never, { policy: {} } as never, [route])).toThrow('stands in no policy');
  });

  it('ADR 0008 gives no role a way to anybody’s self-help records, and the gateway no route that names them', () => {
    const selfhelp = [
      ...registeredRoutes().map((route) => `${route.path} ${route.action ?? ''}`),
      ...Object.keys(policyOfAll(prison.features)),
    ].filter((text) => /self-?help|diary|check-in/i.test(text));
    expect(selfhelp).toEqual([]);
  });
});
