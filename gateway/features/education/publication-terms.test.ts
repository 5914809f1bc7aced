import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '#protocol/enrolment/schema.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { buildDemoPack, type DemoPack } from '../../../tests/support/demo-pack.ts';
import { type Caller, type GatewayInTest, signIn, startGatewayInTest } from '../../../tests/support/running-gateway.ts';
import { dayOf } from './day-of.ts';
import { isTold, joinDays } from './rules.ts';

const PACK = 'using-this-tablet';
const DAY = 24 * 60 * 60_000;

describe('the days of a publication', () => {
  it('are told from a week before the first to the end of the last, over the ends of months and years', () => {
    const days = { from: '2027-01-04', until: '2027-01-31' };
    expect(['2026-12-27', '2026-12-28', '2027-01-31', '2027-02-01'].map((day) => isTold(days, day))).toEqual([false, true, true, false]);
    expect(isTold({ from: null, until: null }, '2027-01-01')).toBe(true);
  });

  it('of several publications are the widest together, and open where one is open', () => {
    const [may, june] = [{ from: '2027-05-01', until: '2027-05-31' }, { from: '2027-06-01', until: '2027-06-30' }];
    expect(joinDays([june, may])).toEqual({ from: '2027-05-01', until: '2027-06-30' });
    expect(joinDays([may, { from: null, until: '2027-07-01' }])).toEqual({ until: '2027-07-01' });
  });
});

describe('an edition on its way to everybody', () => {
  let prison: GatewayInTest;
  let education: Caller;
  let pack: DemoPack;
  let test: Awaited<ReturnType<typeof addTablet>>;
  let other: Awaited<ReturnType<typeof addTablet>>;

  beforeAll(async () => {
    pack = buildDemoPack();
    prison = await startGatewayInTest();
    education = await prison.as('education');
    for (const key of pack.keys) await (await prison.as('administrator')).call('POST', '/api/staff/pack-keys', { body: key });
    [test, other] = [await addTablet('A3001BC'), await addTablet('A3002BC')];
    for (const bytes of [pack.bytes, pack.build(2)])
      await education.call('POST', '/api/staff/packs', { body: bytes, headers: { 'content-type': 'application/octet-stream' } });
    await publish({ version: 1, audience: { kind: 'everyone' } });
  }, 120_000);
  afterAll(() => prison.close());

  const publish = (body: object) => education.call('POST', `/api/staff/packs/${PACK}/publications`, { body });

  it('is tried on one tablet while all others keep theirs, then goes to all', async () => {
    expect((await publish({ version: 2, audience: { kind: 'tablet', tabletId: test.tabletId } })).status).toBe(200);
    expect(await releasesOf(test.browser)).toMatchObject([{ version: 2, people: null }]);
    expect(await releasesOf(other.browser)).toMatchObject([{ version: 1 }]);
    expect((await publish({ version: 2, audience: { kind: 'everyone' } })).status).toBe(200);
    expect(await releasesOf(other.browser)).toMatchObject([{ version: 2 }]);
  });

  it('is recommended by staff, and no more', async () => {
    const pick = (staffPick: boolean) => education.call('PUT', `/api/staff/packs/${PACK}/pick`, { body: { staffPick } });
    expect((await pick(true)).status).toBe(200);
    expect(await releasesOf(other.browser)).toMatchObject([{ staffPick: true }]);
    await pick(false);
    expect((await releasesOf(other.browser))[0]).not.toHaveProperty('staffPick');
    expect((await education.call('PUT', '/api/staff/packs/never-seen/pick', { body: { staffPick: true } })).status).toBe(404);
  });

  it('goes to a group, with its days, and is taken from the tablet when the last one is over', async () => {
    const { body } = await education.call('GET', '/api/staff/packs');
    for (const { publicationId } of body.packs[0].publications) await education.call('DELETE', `/api/staff/publications/${publicationId}`);
    expect(await releasesOf(other.browser)).toEqual([]);
    const tutor = await prison.as('tutor');
    const { groupId } = (await tutor.call('POST', '/api/staff/groups', { body: { name: 'Tuesday maths' } })).body;
    await tutor.call('PUT', `/api/staff/groups/${groupId}/people`, { body: { personIds: [other.personId] } });
    const [from, until] = [dayOf(Date.now()), dayOf(Date.now() + DAY)];
    expect((await publish({ version: 2, audience: { kind: 'group', groupId }, from, until })).status).toBe(200);
    expect(await releasesOf(other.browser)).toMatchObject([{ people: [other.personId], from, until }]);
    expect(await releasesOf(test.browser)).toEqual([]);
    prison.moveClock(3 * DAY);
    // Sessions do not last that long.
    education = prison.browser();
    await signIn(education, 'the-education');
    await publish({ version: 2, audience: { kind: 'person', personId: randomUUID() } });
    expect(await releasesOf(other.browser)).toEqual([]);
  });

  it('is refused with days that are none, or end before they begin', async () => {
    for (const days of [{ from: '2027-13-01' }, { from: 'tomorrow' }, { from: '2027-02-02', until: '2027-02-01' }])
      expect((await publish({ version: 2, audience: { kind: 'everyone' }, ...days })).body.code).toBe('invalid-request');
  });

  async function addTablet(prisonerNumber: string) {
    const administrator = await prison.as('administrator');
    const send = async (method: string, path: string, body: object) => (await administrator.call(method, `/api/staff${path}`, { body })).body;
    const person = await send('POST', '/people', { prisonerNumber, firstName: 'Sam', lastName: 'Okafor', wing: 'B', cell: '1' });
    const added = await send('POST', '/tablets', { name: prisonerNumber, wing: 'B', cell: '1' });
    const { tabletId } = added.tablet;
    await send('PUT', `/tablets/${tabletId}/people`, { personIds: [person.personId] });
    const browser = prison.browser();
    await browser.call('POST', '/tablet/enrol', { body: { code: parseCode(added.enrolmentCode.code), appVersion: '0.1.0' } });
    return { browser, tabletId: tabletId as string, personId: person.personId as string };
  }

  async function releasesOf(browser: Caller): Promise<any[]> {
    const { body } = await browser.call('POST', '/tablet/exchange', {
      body: { protocol: PROTOCOL_VERSION, tabletTime: 0, mark: null, operations: [], streams: [{ stream: 'tablet', cursor: null }] },
    });
    return body.pages[0].changes.filter((change: any) => 'put' in change).map((change: any) => change.put);
  }
});
