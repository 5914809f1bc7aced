import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPhoto } from '#protocol/education/photo-rules.ts';
import type { WorkHead, WorkView } from '../../gateway/features/education/work/staff-api.ts';
import { CHROMIUM } from '../support/prison/browser-tablet.ts';
import { settledTablet } from '../support/prison/given-tablet.ts';
import { openDesk } from '../support/prison/open-desk.ts';
import { publishCourses } from '../support/prison/publish-courses.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';
import { until } from '../support/prison/until.ts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { findFaults } from '../support/screens/find-faults.ts';

const PACK = `id: long-division
languages: [en]
title: { en: Long division }
summary: { en: Divide on paper. }
subject: maths
level: [entry-3]
readingAge: 9
licence: CC-BY-4.0
attribution: [Words by the Throughline project.]
items:
  - { id: sums, assignment: task.yaml, minutes: 20 }
`;
const TASK = `title: Divide on paper
intro: Do the sums on paper and photograph the page.
photos: 2
parts:
  - { id: sums, ask: "What was hard?" }
`;
/** A camera that shows a moving test picture, and nobody who has to say that it may be used. */
const WITH_CAMERA = { ...CHROMIUM, args: [...CHROMIUM.args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] };

describe('a photograph of work on paper on its way from a cell to the tutor', () => {
  let prison: Prison;
  let tablet: Tablet;

  beforeAll(async () => {
    prison = await openPrison({ browser: WITH_CAMERA });
    await publishCourses(prison, { 'long-division': { 'pack.yaml': PACK, 'en/task.yaml': TASK } });
    tablet = await settledTablet(prison, prison.daniel);
    await tablet.meetGateway();
    await tablet.openCourse('Long division');
  });
  afterAll(() => prison.close());

  it('is taken unplugged, looked at, taken again, and kept', async () => {
    await tablet.unplug();
    await openTask();
    await press('Take a photo of paper work');
    await button('Take the photo').waitFor();
    expect(await findFaults(tablet.page())).toEqual([]);
    await press('Take the photo');
    await picture('The photo you took').waitFor();
    expect(await findFaults(tablet.page())).toEqual([]);
    await press('Take it again');
    await press('Take the photo');
    await press('Keep it');
    await tablet.sees('1 of 2 photos taken.');
    expect(await findFaults(tablet.page())).toEqual([]);
  });

  it('can be removed, and what is kept survives a power cut', async () => {
    await takeOne();
    await tablet.sees('2 of 2 photos taken.');
    expect(await button('Take a photo of paper work').count()).toBe(0);
    await button('Remove photo 2').click();
    await tablet.sees('1 of 2 photos taken.');
    await takeOne();
    await tablet.sees('2 of 2 photos taken.');
    await tablet.plug();
    await tablet.kill();
    await tablet.start();
    await tablet.signIn(prison.daniel);
    await tablet.unplug();
    await openTask();
    await tablet.sees('2 of 2 photos taken.');
    await picture('Photo 2 of your paper work').waitFor();
  });

  it('is handed in without a word beside it, and the tablet says truthfully that it is still there', async () => {
    await press('Hand in');
    await press('Yes, hand it in');
    await tablet.sees('It is still on this tablet.');
    await tablet.sees('Photos: 2');
  });

  it('reaches the tutor, who sees both on the desk, and each is a plain picture', async () => {
    await tablet.plug();
    await tablet.handOverAll();
    const tutor = await prison.staff('tutor');
    const [head] = (await tutor.get<{ work: WorkHead[] }>('/work')).work as [WorkHead];
    const view = await tutor.send<WorkView>('POST', `/work/${head.workId}/open`);
    expect(view.photos.map(({ here }) => here)).toEqual([true, true]);
    const { page, close } = await openDesk(prison, 'tutor', `#/learners/work/${head.workId}`);
    await page.getByText('2 of 2 photos are here.').waitFor();
    const second = page.getByRole('img', { name: 'Photo 2 of the work' });
    await until(() => second.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0), 'the picture to be drawn');
    expect(await findAxeFaults(page)).toEqual([]);
    const got = await fetchPhoto(page, head.workId, view.photos[0]?.photoId ?? '');
    await close();
    expect(got).toMatchObject({ status: 200, type: 'image/jpeg', sniff: 'nosniff', policy: "default-src 'none'; frame-ancestors 'none'; sandbox" });
    expect(checkPhoto(Uint8Array.from(got.bytes)).ok).toBe(true);
  });

  it('is shown to nobody of another role, and the tablet says that both have arrived', async () => {
    const { work } = await (await prison.staff('tutor')).get<{ work: WorkHead[] }>('/work');
    const path = `/work/${work[0]?.workId ?? ''}/photos/${work[0]?.workId ?? ''}`;
    for (const role of ['governor', 'security', 'administrator']) await expect((await prison.staff(role)).get(path)).rejects.toThrow(/not-allowed/);
    await tablet.handOverAll();
    await openTask();
    await tablet.sees('Photos that have arrived: 2 of 2');
  });

  const button = (name: string) => tablet.page().getByRole('button', { name, exact: true }).first();
  const press = (name: string) => button(name).click();
  const picture = (name: string) => tablet.page().getByRole('img', { name });

  async function openTask(): Promise<void> {
    await tablet.openCourse('Long division');
    await tablet.page().getByRole('button', { name: /^Divide on paper/ }).click();
    await tablet.page().getByLabel('What was hard?').waitFor();
  }

  async function takeOne(): Promise<void> {
    await press('Take a photo of paper work');
    await press('Take the photo');
    await press('Keep it');
  }

  function fetchPhoto(page: Page, workId: string, photoId: string) {
    return page.evaluate(async (path) => {
      const reply = await fetch(path);
      const header = (name: string): string | null => reply.headers.get(name);
      return {
        ...{ status: reply.status, type: header('content-type'), sniff: header('x-content-type-options'), policy: header('content-security-policy') },
        bytes: [...new Uint8Array(await reply.arrayBuffer())],
      };
    }, `/api/staff/work/${workId}/photos/${photoId}`);
  }
});
