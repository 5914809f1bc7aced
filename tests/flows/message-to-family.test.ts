import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesWith } from '../support/prison/find-words.ts';
import { openPrison, type FamilyMember, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

const LETTER = 'Dear Mum, I did my first lesson on fractions today. How is the garden?';
const ANSWER = 'The beans are up, and we are all proud of you.';
/** Words that nobody but the person may ever have. */
const SECRET = 'I counted eleven swifts over the yard';
const LEGAL_SECRET = 'my appeal about the tenth of March';
/** The portal does not keep what was handed in, for it cannot open it: after a reload it says so. */
const SEALED = 'Your words are locked for the prison, so we cannot show them again.';
const COURSE = 'Fractions you can use';
const LESSON = 'What a fraction is';

/** The steps of one story follow each other, though two stories run side by side. */
const IN_ORDER = { concurrent: false };

// Two prisons side by side, each telling its story from beginning to end.
describe.concurrent.each(['browser', 'kiosk'] as const)('on a tablet (%s)', (kind) => {
  let prison: Prison;
  let tablet: Tablet;
  let mum: FamilyMember & { readonly code: string };

  beforeAll(async () => {
    prison = await openPrison();
    tablet = await prison.tablet(kind);
    mum = await prison.mother();
    await mum.join(mum.code);
    await tablet.enrol(tablet.enrolmentCode);
    await tablet.firstSignIn(prison.daniel, tablet.slipOf(prison.daniel));
    await tablet.handOverAll();
    await tablet.openCourse(COURSE);
  });
  afterAll(() => prison.close());

  it(
    'unplugged, a person does a lesson, writes a letter and fills in the diary, and all of it is on this tablet',
    IN_ORDER,
    async () => {
      await tablet.unplug();
      await tablet.doLesson(COURSE, LESSON);
      await tablet.sees('1 of');
      await tablet.writeTo('Karen Marsh', LETTER);
      await tablet.seesMessageAs('Karen Marsh', LETTER, 'On this tablet');
      await tablet.fillInDiary({ mood: 'Good', pull: 3, note: SECRET });
      await tablet.goTo('My tablet');
      for (const waiting of ['A message you wrote', 'Something private, locked.', 'Lessons you did'])
        await tablet.sees(waiting);
      await tablet.page().getByRole('button', { name: 'Try now' }).click();
      await tablet.sees('No answer. The tablet tries again by itself.');
    },
  );

  it('plugged in, the letter gets a receipt and is being checked, and nobody outside has it', IN_ORDER, async () => {
    await tablet.plug();
    await tablet.handOverAll();
    await tablet.seesMessageAs('Karen Marsh', LETTER, 'Being checked');
    await tablet.askWhere('Karen Marsh', LETTER);
    await tablet.sees(/^Receipt \S{6,}/);
    await tablet.sees('Being checked by staff');
    expect(await mum.thread()).toEqual([]);
  });

  it(
    'released by a moderator it reaches the family, whose answer comes only after its own release',
    IN_ORDER,
    async () => {
      const moderator = await prison.staff('moderator');
      await moderator.release(LETTER);
      await mum.openThread();
      await mum.reads(LETTER);
      await mum.reply(ANSWER);
      await moderator.findHeld(ANSWER);
      await tablet.meetGateway();
      expect(await tablet.thread('Karen Marsh')).toEqual([LETTER]);
      await tablet.seesMessageAs('Karen Marsh', LETTER, 'Delivered');
      await moderator.release(ANSWER);
      await tablet.meetGateway();
      await tablet.goTo('Messages');
      await tablet.sees('1 new');
      await tablet.openThread('Karen Marsh');
      await tablet.sees(ANSWER);
      expect(await tablet.thread('Karen Marsh')).toEqual([LETTER, ANSWER]);
    },
  );

  it('the tutor sees the lesson done', IN_ORDER, async () => {
    const tutor = await prison.staff('tutor');
    expect(await tutor.lessonsDone(prison.daniel.prisonerNumber, 'fractions-you-can-use')).toBe(1);
  });

  it(
    'a stopped message says its coded reason and what staff wrote, and never reaches the family',
    IN_ORDER,
    async () => {
      await tablet.writeTo('Karen Marsh', 'Tell Tam he owes me forty pounds.');
      await tablet.handOverAll();
      const moderator = await prison.staff('moderator');
      await moderator.stop('Tell Tam', 'money', 'Please ask us about money instead.');
      await tablet.meetGateway();
      await tablet.seesMessageAs('Karen Marsh', 'Tell Tam', 'Stopped');
      await tablet.askWhere('Karen Marsh', 'Tell Tam');
      await tablet.sees('It is about money, trade or debt.');
      await tablet.sees('Please ask us about money instead.');
      expect(await mum.thread()).toEqual([LETTER, SEALED]);
    },
  );

  it(
    'a solicitor is reached only by the Rule 39 route: there is nowhere to type, and nothing is kept',
    IN_ORDER,
    async () => {
      await tablet.goTo('Messages');
      await tablet
        .page()
        .getByRole('button', { name: /Fairley and Moss/ })
        .click();
      await tablet.page().getByRole('heading', { name: 'Letters to Fairley and Moss Solicitors' }).waitFor();
      await tablet.sees('Write “Rule 39” and the name on the front.');
      expect(await tablet.page().getByRole('textbox').count()).toBe(0);
      await tablet.page().keyboard.type(LEGAL_SECRET);
      await tablet.handOverAll();
      expect(filesWith(LEGAL_SECRET, everyFolder(prison, tablet))).toEqual([]);
    },
  );

  it('the diary is in no file of gateway, family or tablet, and no role is given it', IN_ORDER, async () => {
    await tablet.goTo('My diary');
    await tablet.sees(SECRET);
    for (const role of ['moderator', 'education', 'tutor', 'administrator', 'security', 'auditor', 'governor', 'keyworker', 'substance-misuse', 'healthcare'])
      expect(await everythingStaffCanGet(prison, role), role).not.toContain(SECRET);
    await tablet.signOut();
    await tablet.stop();
    await prison.gateway.stop();
    // The letter is at the gateway in clear, for staff read it: so the search does find what is there.
    expect(filesWith(LETTER, [prison.gateway.dataFolder])).not.toEqual([]);
    expect(filesWith(LETTER, [tablet.dataFolder])).toEqual([]);
    expect(filesWith(SECRET, everyFolder(prison, tablet))).toEqual([]);
  });
});

function everyFolder(prison: Prison, tablet: Tablet): readonly string[] {
  return [prison.folder, prison.gateway.dataFolder, prison.familyFolder, tablet.dataFolder];
}

/** Everything one role can read at the staff API, as one text. */
async function everythingStaffCanGet(prison: Prison, role: string): Promise<string> {
  const member = await prison.staff(role);
  const { personId, prisonerNumber } = prison.daniel;
  const paths = [
    ...['/session', '/overview', '/people', `/people/${personId}`, '/tablets', '/learners', `/learners/${personId}`],
    ...[
      '/messages',
      '/messages/queue',
      '/messages/alerts',
      '/messages/policies',
      '/contacts',
      '/packs',
      '/audit?limit=100',
    ],
    ...['/accounts', '/establishment', '/pack-keys', `/people?search=${prisonerNumber}`],
  ];
  const answers = await Promise.all(paths.map((path) => member.get(path).catch(String)));
  return JSON.stringify(answers);
}
