import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { consoleFeatures } from '../../../../console/features.ts';
import { startConsoleText } from '../../../../console/text/start-console-text.ts';
import type { LateTablet } from '../../staff-api.ts';
import { LateView } from './late-view.tsx';

const real = globalThis.fetch;
const DAY = 86_400_000;
let asked: string[];
let tablets: readonly LateTablet[];
const late = (name: string, why: LateTablet['why'], more: Partial<LateTablet>): LateTablet =>
  ({ tabletId: `00000000-0000-7000-8000-00000000000${name}`, name, wing: 'A wing', cell: '1-01', people: ['Sam Reed'], lastContactAt: null, oldestUnsentAt: null, unsent: null, why, oldestAt: 0, ...more }) as LateTablet;

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));
beforeEach(() => {
  asked = [];
  location.hash = '';
  tablets = [late('1', 'unsent', { unsent: 4, oldestUnsentAt: Date.now() - 12 * DAY, lastContactAt: Date.now() - 2 * DAY }), late('2', 'silent', {})];
  globalThis.fetch = async (url) => {
    asked.push(url as string);
    return Response.json({ tablets });
  };
});
afterEach(async () => {
  globalThis.fetch = real;
  await i18next.changeLanguage('en');
});

it('shows since when each tablet’s work waits and when it was heard of, as many days back as the address says', async () => {
  render(<LateView views={null} desk="learners" rest={['10']} />);
  const row = (await screen.findByRole('rowheader', { name: '1' })).closest('tr');
  expect(row?.textContent).toContain('Holds old work');
  expect(row?.textContent).toContain('12 days ago');
  expect(screen.getByRole('rowheader', { name: '2' }).closest('tr')?.textContent).toMatch(/Not heard of.*not known.*Never/);
  expect(asked).toEqual(['/api/staff/late-tablets?days=10']);
});

it('goes to another number of days only where it is one, and says so', async () => {
  render(<LateView views={null} desk="tablets" rest={[]} />);
  await screen.findByRole('rowheader', { name: '1' });
  const days = screen.getByLabelText('Older than, in days');
  fireEvent.change(days, { target: { value: '0' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByText('A whole number from 1 to 366.')).toBeTruthy();
  fireEvent.change(days, { target: { value: '30' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(location.hash).toBe('#/tablets/late/30');
});

it.each(['cy', 'ar'])('says in %s that nothing is that late', async (language) => {
  tablets = [];
  await i18next.changeLanguage(language);
  render(<LateView views={null} desk="learners" rest={[]} />);
  await screen.findByRole('table');
  expect(document.body.textContent).not.toMatch(/No tablet|late:|noneLead/);
});
