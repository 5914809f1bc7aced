import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '#protocol/enrolment/schema.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import {
  type Caller,
  type GatewayInTest,
  makePersonKey,
  makeTabletKey,
  startGatewayInTest,
} from '../../../tests/support/running-gateway.ts';

let prison: GatewayInTest;
let administrator: Caller;
let number = 1000;

beforeAll(async () => {
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
});
afterAll(() => prison.close());

async function addPerson(): Promise<{ personId: string; prisonerNumber: string }> {
  const prisonerNumber = `A${String((number += 1))}BC`;
  const { body } = await administrator.call('POST', '/api/staff/people', {
    body: { prisonerNumber, firstName: 'Ray', lastName: 'Adeyemi', wing: 'B', cell: 'B1-01' },
  });
  return { personId: body.personId, prisonerNumber };
}

async function addTablet(): Promise<{ tabletId: string; code: string }> {
  const { body } = await administrator.call('POST', '/api/staff/tablets', {
    body: { name: 'B1-01', wing: 'B', cell: 'B1-01' },
  });
  return { tabletId: body.tablet.tabletId, code: parseCode(body.enrolmentCode.code)! };
}

async function enrolKiosk(): Promise<{ tabletId: string; tablet: Caller }> {
  const { tabletId, code } = await addTablet();
  const { keyPem, publicKey } = makeTabletKey();
  const { status, body } = await prison
    .tablet()
    .call('POST', '/tablet/enrol', { body: { code, publicKey, appVersion: '0.1.0' } });
  expect(status).toBe(200);
  return { tabletId, tablet: prison.tablet({ key: keyPem, cert: body.certificate }) };
}

async function issueCode(tabletId: string, personId: string): Promise<string> {
  const { body } = await administrator.call(
    'POST',
    `/api/staff/tablets/${tabletId}/people/${personId}/first-sign-in-code`,
    { body: {} },
  );
  return parseCode(body.code)!;
}

const emptyExchange = {
  protocol: PROTOCOL_VERSION,
  tabletTime: 0,
  mark: null,
  operations: [],
  streams: [{ stream: 'tablet', cursor: null }],
};
const report = { appVersion: '0.1.0', shell: 'kiosk', waiting: 0, measures: [], packs: [] };

describe('a tablet in a cell', () => {
  it('is enrolled with its own key, signs a person in, and meets the gateway', async () => {
    const { tabletId, tablet } = await enrolKiosk();
    const person = await addPerson();
    await administrator.call('PUT', `/api/staff/tablets/${tabletId}/people`, {
      body: { personIds: [person.personId] },
    });
    const code = await issueCode(tabletId, person.personId);
    const signedIn = await tablet.call('POST', '/tablet/first-sign-in', {
      body: { prisonerNumber: person.prisonerNumber, code, publicKey: makePersonKey() },
    });
    expect(signedIn.body).toEqual({ personId: person.personId, displayName: 'Ray Adeyemi' });
    const streams = [
      { stream: 'tablet', cursor: null },
      { stream: 'person', personId: person.personId, cursor: null },
    ];
    const exchanged = await tablet.call('POST', '/tablet/exchange', { body: { ...emptyExchange, streams, report } });
    expect(exchanged.status).toBe(200);
    expect(exchanged.body.pages.map((page: { stream: string }) => page.stream)).toEqual(['tablet', 'person']);
  });

  it('CLOCK-2 meets the gateway whatever year it believes it is: no certificate has a date that could be wrong', async () => {
    const { code } = await addTablet();
    const { publicKey } = makeTabletKey();
    const { body } = await prison
      .tablet()
      .call('POST', '/tablet/enrol', { body: { code, publicKey, appVersion: '0.1.0' } });
    const { X509Certificate } = await import('node:crypto');
    for (const pem of [body.certificate, prison.gateway.caPem]) {
      const certificate = new X509Certificate(pem);
      expect(new Date(certificate.validFrom).getUTCFullYear()).toBe(1970);
      expect(new Date(certificate.validTo).getUTCFullYear()).toBe(9999);
    }
  });

  it('gets the same certificate again when the reply to its enrolment was lost, and nobody else does', async () => {
    const { code } = await addTablet();
    const own = { code, publicKey: makeTabletKey().publicKey, appVersion: '0.1.0' };
    const first = await prison.tablet().call('POST', '/tablet/enrol', { body: own });
    const again = await prison.tablet().call('POST', '/tablet/enrol', { body: own });
    expect(again.body).toEqual(first.body);
    const other = await prison
      .tablet()
      .call('POST', '/tablet/enrol', { body: { ...own, publicKey: makeTabletKey().publicKey } });
    expect([other.status, other.body.code]).toEqual([410, 'code-used']);
  });

  it('PACK-18 that comes back with a list older than a week is written into the audit, once for each list', async () => {
    const { tabletId, tablet } = await enrolKiosk();
    const auditor = await prison.as('auditor');
    const DAY = 24 * 3600 * 1000;
    const meet = (serial: number, days: number) =>
      tablet.call('POST', '/tablet/exchange', {
        body: { ...emptyExchange, report: { ...report, release: { serial, issuedAt: Date.now() - days * DAY } } },
      });
    const noted = async (): Promise<unknown[]> => {
      const { body } = await auditor.call('GET', `/api/staff/audit?subject=${tabletId}`);
      const entries = body.entries as { action: string; actor: { kind: string }; detail: unknown }[];
      return entries.filter(({ action }) => action === 'packs.release-stale').map(({ actor, detail }) => [actor.kind, detail]);
    };
    // The new list is reported within the same second: the old one is not forgotten over it.
    for (const [serial, days] of [[7, 8.5], [8, 0]] as const) expect((await meet(serial, days)).status).toBe(200);
    const first = ['tablet', { serial: 7, days: 8 }];
    await expect.poll(noted, { timeout: 20_000 }).toEqual([first]);
    for (const serial of [8, 9, 9]) await meet(serial, serial === 9 ? 9.5 : 1);
    await expect.poll(noted, { timeout: 20_000 }).toHaveLength(2);
    expect(await noted()).toContainEqual(['tablet', { serial: 9, days: 9 }]);
  });

  it('is shut out from the very next request when it is revoked', async () => {
    const { tabletId, tablet } = await enrolKiosk();
    expect((await tablet.call('POST', '/tablet/exchange', { body: emptyExchange })).status).toBe(200);
    await (
      await prison.as('security')
    ).call('POST', `/api/staff/tablets/${tabletId}/revoke`, { body: { reason: 'stolen' } });
    const refused = await tablet.call('POST', '/tablet/exchange', { body: emptyExchange });
    expect([refused.status, refused.body.code]).toEqual([403, 'revoked']);
  });

  it('is nobody to the gateway with a certificate another authority gave it', async () => {
    const elsewhere = await startGatewayInTest();
    try {
      const { keyPem, publicKey } = makeTabletKey();
      const there = await elsewhere.as('administrator');
      const added = await there.call('POST', '/api/staff/tablets', { body: { name: 'X', wing: 'X', cell: 'X' } });
      const { body } = await elsewhere.tablet().call('POST', '/tablet/enrol', {
        body: { code: parseCode(added.body.enrolmentCode.code), publicKey, appVersion: '0.1.0' },
      });
      const refused = await prison
        .tablet({ key: keyPem, cert: body.certificate })
        .call('POST', '/tablet/exchange', { body: emptyExchange });
      expect([refused.status, refused.body.code]).toEqual([401, 'not-enrolled']);
    } finally {
      await elsewhere.close();
    }
  });
});

describe('a laptop in a classroom', () => {
  it('is enrolled with a cookie that page scripts cannot read, and meets the gateway', async () => {
    const { code } = await addTablet();
    const browser = prison.browser();
    const enrolled = await browser.call('POST', '/tablet/enrol', { body: { code, appVersion: '0.1.0' } });
    expect(enrolled.status).toBe(200);
    expect(String(enrolled.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await browser.call('POST', '/tablet/exchange', { body: emptyExchange })).status).toBe(200);
  });

  it('is refused when another page sends its cookie', async () => {
    const { code } = await addTablet();
    const browser = prison.browser();
    await browser.call('POST', '/tablet/enrol', { body: { code, appVersion: '0.1.0' } });
    const forged = await browser.call('POST', '/tablet/exchange', {
      body: emptyExchange,
      headers: { origin: 'http://evil.packs.localhost' },
    });
    expect([forged.status, forged.body.code]).toEqual([403, 'origin-refused']);
  });

  it('cannot take a certificate at the web door, nor a kiosk a cookie at its own', async () => {
    const { code } = await addTablet();
    const atWeb = await prison
      .browser()
      .call('POST', '/tablet/enrol', { body: { code, publicKey: makeTabletKey().publicKey, appVersion: '0.1.0' } });
    const atTablet = await prison.tablet().call('POST', '/tablet/enrol', { body: { code, appVersion: '0.1.0' } });
    expect([atWeb.body.code, atTablet.body.code]).toEqual(['invalid-request', 'invalid-request']);
  });
});

describe('a first sign-in', () => {
  it('has the effect of once with the same code and key, and is refused with another key', async () => {
    const { tabletId, tablet } = await enrolKiosk();
    const person = await addPerson();
    await administrator.call('PUT', `/api/staff/tablets/${tabletId}/people`, {
      body: { personIds: [person.personId] },
    });
    const request = {
      prisonerNumber: person.prisonerNumber,
      code: await issueCode(tabletId, person.personId),
      publicKey: makePersonKey(),
    };
    const first = await tablet.call('POST', '/tablet/first-sign-in', { body: request });
    expect((await tablet.call('POST', '/tablet/first-sign-in', { body: request })).body).toEqual(first.body);
    const other = await tablet.call('POST', '/tablet/first-sign-in', {
      body: { ...request, publicKey: makePersonKey() },
    });
    expect(other.body.code).toBe('code-used');
  });

  it('says what is wrong: unknown number, not on this tablet, wrong code, too old, no key', async () => {
    const { tabletId, tablet } = await enrolKiosk();
    const [here, elsewhere] = [await addPerson(), await addPerson()];
    await administrator.call('PUT', `/api/staff/tablets/${tabletId}/people`, { body: { personIds: [here.personId] } });
    const code = await issueCode(tabletId, here.personId);
    const attempt = async (request: object) =>
      (
        await tablet.call('POST', '/tablet/first-sign-in', {
          body: { prisonerNumber: here.prisonerNumber, code, publicKey: makePersonKey(), ...request },
        })
      ).body.code;
    expect(await attempt({ prisonerNumber: 'Z9999ZZ' })).toBe('person-unknown');
    expect(await attempt({ prisonerNumber: elsewhere.prisonerNumber })).toBe('person-not-on-tablet');
    expect(await attempt({ code: 'BCDFGHJK' })).toBe('code-unknown');
    expect(await attempt({ publicKey: Buffer.alloc(65, 4).toString('base64url') })).toBe('invalid-request');
    prison.moveClock(25 * 60 * 60 * 1000);
    expect(await attempt({})).toBe('code-expired');
    prison.moveClock(-25 * 60 * 60 * 1000);
  });

  it('may be tried five times a minute, so that a code cannot be guessed', async () => {
    const { tabletId, tablet } = await enrolKiosk();
    const person = await addPerson();
    await administrator.call('PUT', `/api/staff/tablets/${tabletId}/people`, {
      body: { personIds: [person.personId] },
    });
    const guess = () =>
      tablet.call('POST', '/tablet/first-sign-in', {
        body: { prisonerNumber: person.prisonerNumber, code: 'BCDFGHJK', publicKey: makePersonKey() },
      });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess()).body.code).toBe('code-unknown');
    const refused = await guess();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-tries']);
    expect(refused.body.retryAfter).toBeGreaterThan(0);
  });
});
