import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

describe('a tablet and its codes', () => {
  let prison: Prison;
  let tablet: Tablet;

  beforeAll(async () => {
    prison = await openPrison();
    tablet = await prison.tablet('browser');
  });
  afterAll(() => prison.close());

  it('is not set up with a code that the prison never gave out, and says so', async () => {
    await typeCode(tablet, 'BCDF-2346');
    await tablet.sees('We do not know that code. Check each letter and try again.');
    expect((await tabletAtGateway(prison, tablet)).state).toBe('waiting');
  });

  it('is set up with its own code, once', async () => {
    await tablet.enrol(tablet.enrolmentCode);
    expect((await tabletAtGateway(prison, tablet)).state).toBe('enrolled');
    const thief = await prison.tablet('browser');
    await typeCode(thief, tablet.enrolmentCode);
    await thief.sees('That code was used before. Ask staff for a new one.');
    expect((await tabletAtGateway(prison, thief)).state).toBe('waiting');
    await thief.stop();
  });

  it('lets nobody in with a number or a code that is not theirs, and says which', async () => {
    await tryFirstSignIn(tablet, 'A0000ZZ', tablet.slipOf(prison.daniel), prison.daniel.pin);
    await tablet.sees('We do not know that prison number. Check it and try again.');
    await backToStart(tablet);
    await tryFirstSignIn(tablet, prison.daniel.prisonerNumber, tablet.slipOf(prison.rhys), prison.daniel.pin);
    await tablet.sees('We do not know that code. Check each letter and try again.');
    await backToStart(tablet);
    await tablet.firstSignIn(prison.daniel, tablet.slipOf(prison.daniel));
    await tablet.handOverAll();
    await tablet.openCourse('Getting through cravings');
  });

  it('revoked, it is turned away at its next contact, says so kindly, and everything on it goes on working', async () => {
    const security = await prison.staff('security');
    await security.send('POST', `/tablets/${tablet.tabletId}/revoke`, { reason: 'withdrawn' });
    await tablet.goTo('My tablet');
    await tablet.page().getByRole('button', { name: 'Try now' }).click();
    await tablet.sees('Staff have switched this tablet off. Ask them for help.');
    await tablet.writeTo('Karen Marsh', 'Written on a tablet that is switched off');
    await tablet.fillInDiary({ mood: 'So-so', pull: 2, note: 'Still mine' });
    await tablet.signOut();
    await tablet.signIn(prison.daniel);
    await tablet.seesMessageAs('Karen Marsh', 'Written on a tablet that is switched off', 'On this tablet');
    await tablet.doLesson('Getting through cravings', 'What a craving is');
    await tablet.goTo('My diary');
    await tablet.sees('Still mine');
    expect(await messagesAtGateway(prison)).toEqual([]);
  });

  it('is not set up with a code of two days ago, nor with a slip of two days ago', async () => {
    const late = await prison.tablet('browser');
    const other = await prison.tablet('browser');
    await other.enrol(other.enrolmentCode);
    await prison.gateway.stop();
    await prison.gateway.start(TWO_DAYS);
    await typeCode(late, late.enrolmentCode);
    await late.sees('That code is too old now. Ask staff for a new one.');
    await tryFirstSignIn(other, prison.rhys.prisonerNumber, other.slipOf(prison.rhys), prison.rhys.pin);
    await other.sees('That code is too old now. Ask staff for a new one.');
  });
});

async function typeCode(tablet: Tablet, code: string): Promise<void> {
  await tablet.page().getByLabel('Tablet code').fill(code);
  await tablet.page().getByRole('button', { name: 'Set up' }).click();
}

async function tryFirstSignIn(tablet: Tablet, prisonerNumber: string, code: string, pin: string): Promise<void> {
  const page = tablet.page();
  await page.getByRole('button', { name: /^First time here/ }).click();
  await page.getByLabel('Your prison number').fill(prisonerNumber);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('The code on your slip').fill(code);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.locator('input[type=password]').fill(pin);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.locator('input[type=password]').fill(pin);
  await page.getByRole('button', { name: 'Make my account' }).click();
}

async function backToStart(tablet: Tablet): Promise<void> {
  await tablet.page().getByRole('button', { name: 'Back', exact: true }).click();
  await tablet.page().getByRole('heading', { name: 'Welcome' }).waitFor();
}

async function tabletAtGateway(prison: Prison, { tabletId }: Tablet): Promise<{ readonly state: string }> {
  return (await prison.staff('administrator')).get(`/tablets/${tabletId}`);
}

async function messagesAtGateway(prison: Prison): Promise<readonly unknown[]> {
  return (await prison.staff('moderator')).allMessages();
}
