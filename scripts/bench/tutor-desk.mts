import type { Page } from '@playwright/test';
import type { StaffClient } from '../demo/staff-client.mts';
import { makeRow, median, percentile, type BenchRow } from './bench-row.mts';
import { type LearnerDesk, openLearnerDesk } from './open-learner-desk.mts';
import { withChromium } from './open-chromium.mts';

/** Learners of a large prison's education department, each with courses of months (issue 2: quick with 200 learners). */
const LEARNERS = 200;
/** A pause shorter than this is felt as none; half of it is the gateway's. Milliseconds. */
const ANSWER_LIMIT = 100;
/** From a press on a link to the rows, the page's own work and drawing with it. Milliseconds. */
const TABLE_LIMIT = 500;
const ROUNDS = 15;

/** The tutor's desk with a large prison's learners: how soon the gateway answers each view, and how soon its rows stand there. */
export async function benchTutorDesk(): Promise<readonly BenchRow[]> {
  const desk = await openLearnerDesk(LEARNERS);
  try {
    process.stderr.write(`  ${String(desk.seeded.people.length)} learners, ${String(desk.seeded.events)} events\n`);
    return [...(await measureAnswers(desk)), ...(await measureTables(desk))];
  } finally {
    await desk.close();
  }
}

async function measureAnswers({ tutor, seeded }: LearnerDesk): Promise<readonly BenchRow[]> {
  const views: Readonly<Record<string, string>> = {
    learners: '/learners',
    'learners who may be stuck': '/learners?only=stuck&sort=stuck',
    'one learner': `/learners/${seeded.people[0] ?? ''}`,
    marking: '/work?state=waiting',
    'all written work': '/work?state=all',
    groups: '/groups',
    certificates: '/certificates',
    'opinions of a course': '/packs/writing-a-letter/feedback',
    'work not arrived': '/late-tablets?days=7',
    'table as a file': '/learning/csv',
  };
  const rows: BenchRow[] = [];
  for (const [name, path] of Object.entries(views)) {
    const times = await timeAnswers(tutor, path);
    rows.push(makeRow(`tutor's desk, ${name}: answer of the gateway, p95 ms / limit`, percentile(times, 0.95), name === 'table as a file' ? 10 * ANSWER_LIMIT : ANSWER_LIMIT, { atMost: 1 }));
  }
  return rows;
}

async function timeAnswers(tutor: StaffClient, path: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    await tutor.get(path);
    // The first opens what later ones find open: statements, manifests.
    if (round > 0) times.push(performance.now() - begun);
  }
  return times;
}

const TABLES: Readonly<Record<string, string>> = { learners: 'learners/people', marking: 'learners/work', groups: 'learners/groups', certificates: 'learners/certificates', 'work not arrived': 'learners/late' };

async function measureTables({ webUrl, signIn }: LearnerDesk): Promise<readonly BenchRow[]> {
  return withChromium(async (context) => {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${webUrl}/staff/`);
    await page.locator('input[autocomplete=username]').fill(signIn.username);
    await page.locator('input[autocomplete=current-password]').fill(signIn.password);
    await page.keyboard.press('Enter');
    await page.locator('main h1').waitFor();
    const rows: BenchRow[] = [];
    for (const [name, place] of Object.entries(TABLES)) {
      const times: number[] = [];
      for (let round = 0; round < 7; round += 1) times.push(await timeTable(page, place));
      rows.push(makeRow(`tutor's desk, ${name}: from the link to its rows in Chromium, p50 ms / limit`, median(times), TABLE_LIMIT, { atMost: 1 }));
    }
    return rows;
  });
}

/** Goes to the start, then to the view; measured in the page, from the change of address to the first row that is painted. */
async function timeTable(page: Page, place: string): Promise<number> {
  await page.evaluate(() => { location.hash = '#/'; });
  await page.locator('main h1').filter({ hasText: 'Hello' }).waitFor();
  return page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        location.hash = `#/${hash}`;
        const look = (): void => {
          const row = document.querySelector('main tbody tr th, main .ui-card');
          requestAnimationFrame(row === null ? look : () => { resolve(performance.now() - begun); });
        };
        look();
      }),
    place,
  );
}
