import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { consoleFeatures } from '../../../console/features.ts';
import { startConsoleText } from '../../../console/text/start-console-text.ts';
import { OpinionsView } from './opinions-view.tsx';

const real = globalThis.fetch;
let courses: readonly { readonly packId: string; readonly title: Readonly<Record<string, string>> }[];
const item = (activityId: string, counts: object) => ({ activityId, title: { en: activityId }, liked: 0, disliked: 0, reasons: [], ...counts });

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));
beforeEach(() => {
  courses = [{ packId: 'fractions', title: { en: 'Fractions' } }];
  const answers: Readonly<Record<string, () => object>> = {
    '/api/staff/learners': () => ({ total: 0, page: 0, pages: 1, learners: [], courses }),
    '/api/staff/packs/fractions/feedback': () => ({
      items: [
        item('fractions.halves', { liked: 7, disliked: null, reasons: [{ reason: 'useful', count: 6 }, { reason: 'enjoyed', count: null }, { reason: 'not-relevant', count: 0 }] }),
        item('fractions.thirds', {}),
      ],
    }),
  };
  globalThis.fetch = async (url) => Response.json(answers[url as string]?.() ?? { code: 'not-found' }, { status: answers[url as string] === undefined ? 404 : 200 });
});
afterEach(async () => {
  globalThis.fetch = real;
  await i18next.changeLanguage('en');
});

it('counts what learners said of each part, and says of a few people only that they are few', async () => {
  render(<OpinionsView views={null} />);
  const row = (await screen.findByRole('rowheader', { name: 'fractions.halves' })).closest('tr');
  expect(row?.textContent).toContain('7');
  expect(row?.textContent).toContain('fewer than 5');
  expect(row?.textContent).toContain('useful: 6');
  expect(row?.textContent).not.toMatch(/enjoyed|life/);
});

it('says so where no course was opened yet', async () => {
  courses = [];
  render(<OpinionsView views={null} />);
  expect(await screen.findByText('No course opened yet')).toBeTruthy();
});

it.each(['cy', 'ar'])('has its words in %s', async (language) => {
  await i18next.changeLanguage(language);
  render(<OpinionsView views={null} />);
  await screen.findByRole('rowheader', { name: 'fractions.halves' });
  expect(document.body.textContent).not.toMatch(/opinions\.|fewer than|Opinions/);
});
