import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeals, AppealView } from '../../gateway/features/messaging/appeals/staff-api.ts';
import { openPrison, type FamilyMember, type Prison, type StaffMember, type Tablet } from '../support/prison-in-a-box.ts';
import { until } from '../support/prison/until.ts';

const LETTER = 'Tell Tam he still owes me a birthday cake.';
const WHY = 'It is a joke. Tam is my nephew, he is six.';

/** The steps of this story follow each other. */
describe('another look at a stopped message', () => {
  let prison: Prison;
  let tablet: Tablet;
  let mum: FamilyMember & { readonly code: string };
  let moderator: StaffMember;
  let governor: StaffMember;
  let messageId: string;

  beforeAll(async () => {
    prison = await openPrison();
    tablet = await prison.tablet('browser');
    mum = await prison.mother();
    await mum.join(mum.code);
    await tablet.enrol(tablet.enrolmentCode);
    await tablet.firstSignIn(prison.daniel, tablet.slipOf(prison.daniel));
    moderator = await prison.staff('moderator');
    governor = await prison.staff('governor');
  });
  afterAll(() => prison.close());

  it('a moderator stops it, and the tablet says why and until when one may ask', async () => {
    await tablet.writeTo('Karen Marsh', LETTER);
    await tablet.handOverAll();
    await moderator.stop(LETTER, 'money', 'Please ask us about money instead.');
    await tablet.meetGateway();
    await tablet.seesMessageAs('Karen Marsh', LETTER, 'Stopped');
    await tablet.askWhere('Karen Marsh', LETTER);
    await tablet.sees('It is about money, trade or debt.');
    await tablet.sees('You can ask until');
  });

  it('unplugged, the writer asks for another look, and it is on this tablet', async () => {
    await tablet.unplug();
    await tablet.page().getByLabel('Anything you want to say').fill(WHY);
    await tablet.page().getByRole('button', { name: 'Ask for another look' }).click();
    await tablet.sees('You asked for another look');
    expect((await moderator.get<Appeals>('/messages/appeals')).items).toEqual([]);
    await tablet.goTo('My tablet');
    await tablet.sees('That you asked for another look at a message');
  });

  it('plugged in, it stands at the desk with its clock, and the tablet says by when an answer is due', async () => {
    await tablet.plug();
    await tablet.handOverAll();
    const [item] = await until(async () => {
      const { items } = await moderator.get<Appeals>('/messages/appeals');
      return items.length === 0 ? undefined : items;
    }, 'the appeal at the desk');
    expect(item).toMatchObject({ reason: 'money', mine: true });
    expect(item!.answerBy).toBeGreaterThan(item!.askedAt);
    messageId = item!.messageId;
    await tablet.meetGateway();
    await tablet.askWhere('Karen Marsh', LETTER);
    await tablet.sees('An answer is due by');
  });

  it('who stopped it cannot answer; the governor overturns the stop, having read what the writer says', async () => {
    const path = `/messages/${messageId}/appeal`;
    const opened = await governor.get<AppealView>(path);
    expect(opened).toMatchObject({ mine: false, appeal: { words: WHY }, message: { body: LETTER, state: 'stopped' } });
    const { bodySha256 } = opened.message;
    const answer = { bodySha256, answer: 'reason-not-fitting', remark: 'A cake is no debt.', note: null };
    await expect(moderator.send('POST', path, answer)).rejects.toThrow('appeal-own-stop');
    expect(await mum.thread()).toEqual([]);
    await governor.send('POST', path, answer);
  });

  it('it reaches the family, and the writer is told', async () => {
    await mum.openThread();
    await mum.reads(LETTER);
    await until(async () => {
      await tablet.meetGateway();
      await tablet.openThread('Karen Marsh');
      return (await tablet.page().getByText('Delivered').count()) > 0 ? true : undefined;
    }, 'the message delivered');
    await tablet.askWhere('Karen Marsh', LETTER);
    await tablet.sees('Somebody else looked. Your message goes on.');
    await tablet.sees('The reason did not fit what you wrote.');
    await tablet.sees('A cake is no debt.');
    expect(await tablet.page().getByRole('button', { name: 'Ask for another look' }).count()).toBe(0);
  });
});
