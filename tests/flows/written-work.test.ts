import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCertificate } from '../../gateway/features/education/certificates/staff-api.ts';
import type { WorkHead, WorkView } from '../../gateway/features/education/work/staff-api.ts';
import { settledTablet } from '../support/prison/given-tablet.ts';
import { publishLetterCourses } from '../support/prison/publish-letter-courses.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';
import { until } from '../support/prison/until.ts';
import { press } from '../support/screens/press.ts';

describe('written work on its way from a cell to a certificate', () => {
  let prison: Prison;
  let tablet: Tablet;
  let first: WorkHead;
  let certificate: StaffCertificate;

  beforeAll(async () => {
    prison = await openPrison();
    await publishLetterCourses(prison, ['a-letter-home']);
    tablet = await settledTablet(prison, prison.daniel);
    // A course arrives some time after a contact: it is waited for while there is a network.
    await tablet.meetGateway();
    await tablet.openCourse('A letter home');
  });
  afterAll(() => prison.close());

  it('is written unplugged, and a power cut loses none of it', async () => {
    await tablet.unplug();
    await openTask();
    await letter().fill('Dear Council, the lamp in my street is broken.');
    await tablet.sees(/^Kept on this tablet$/);
    await tablet.plug();
    await tablet.kill();
    await tablet.start();
    await tablet.signIn(prison.daniel);
    await tablet.unplug();
    await openTask();
    expect(await letter().inputValue()).toBe('Dear Council, the lamp in my street is broken.');
  });

  it('is handed in on the tablet, and says truthfully that it is still there', async () => {
    await letter().fill('Dear Council, the lamp in my street is broken. Daniel');
    await tablet.sees(/^Kept on this tablet$/);
    await handIn();
    await tablet.sees('It is still on this tablet.');
  });

  it('gets a receipt that staff find it by, and reaches the tutor with the tablet it came from', async () => {
    await tablet.plug();
    await tablet.handOverAll();
    const tutor = await prison.staff('tutor');
    [first] = (await tutor.get<{ work: WorkHead[] }>('/work')).work as [WorkHead];
    expect(first).toMatchObject({ personId: prison.daniel.personId, state: 'handed-over', tablet: tablet.name, earlier: 0 });
    await openTask();
    await tablet.sees(first.receipt);
    expect((await tutor.get<{ work: WorkHead[] }>(`/work?state=all&receipt=${first.receipt}`)).work).toHaveLength(1);
  });

  it('comes back with what to do next, is written again, and passes', async () => {
    const tutor = await prison.staff('tutor');
    const opened = await tutor.send<WorkView>('POST', `/work/${first.workId}/open`);
    expect(opened.parts).toMatchObject([{ ask: 'Your letter', text: 'Dear Council, the lamp in my street is broken. Daniel' }]);
    await mark(first.workId, 'another-go', 'Say which street it is.');
    await tablet.meetGateway();
    await openTask();
    await tablet.sees('Say which street it is.');
    await tablet.sees('Needs another go');
    await letter().fill('Dear Council, the lamp in Mill Street is broken. Daniel');
    await tablet.sees(/^Kept on this tablet$/);
    await handIn();
    await tablet.handOverAll();
    const [again] = (await tutor.get<{ work: WorkHead[] }>('/work')).work;
    expect(again).toMatchObject({ earlier: 1 });
    await mark(again?.workId ?? '', 'passed', 'A clear letter.');
    await tablet.handOverAll();
    await openTask();
    await tablet.sees('A clear letter.');
  });

  it('ends in one certificate, on the tablet with its number, and as a paper', async () => {
    const tutor = await prison.staff('tutor');
    const { certificates } = await tutor.get<{ certificates: StaffCertificate[] }>('/certificates');
    [certificate] = certificates as [StaffCertificate];
    expect(certificates).toHaveLength(1);
    await tablet.goTo('Learn');
    await press(tablet.page(), 'My certificates');
    await tablet.sees(certificate.number);
    const { pdf } = await tutor.get<{ pdf: string }>(`/certificates/${certificate.number}/print?language=cy`);
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is confirmed outside to whoever has number and surname, and to nobody else', async () => {
    const mother = await prison.mother();
    const page = mother.page;
    await page.goto(new URL('/#/certificate', page.url()).href);
    const surname = prison.daniel.name.split(' ').at(-1) ?? '';
    const check = async (name: string): Promise<void> => {
      await page.getByLabel('Certificate number').fill(certificate.number);
      await page.getByLabel('Surname on the certificate').fill(name);
      await page.getByRole('button', { name: 'Check it' }).click();
    };
    await until(async () => {
      await check(surname);
      await page.getByText(/This certificate is real|This cannot be confirmed/).waitFor();
      return page.getByText('This certificate is real').isVisible();
    }, 'the certificate to be known outside');
    await page.getByText('Writing a letter').waitFor();
    await check('Somebody');
    await page.getByText('This cannot be confirmed').waitFor();
  });

  const letter = () => tablet.page().getByLabel('Your letter');

  async function openTask(): Promise<void> {
    await tablet.openCourse('A letter home');
    await tablet.page().getByRole('button', { name: /^Write the letter/ }).click();
    await letter().waitFor();
  }

  async function handIn(): Promise<void> {
    await press(tablet.page(), 'Hand in');
    await press(tablet.page(), 'Yes, hand it in');
  }

  async function mark(workId: string, outcome: 'passed' | 'another-go', comment: string): Promise<void> {
    const body = { outcome, score: null, comment, partComments: {} };
    await (await prison.staff('tutor')).send('POST', `/work/${workId}/mark`, body);
  }
});
