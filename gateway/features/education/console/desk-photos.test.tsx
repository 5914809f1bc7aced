import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { consoleFeatures } from '../../../console/features.ts';
import { startConsoleText } from '../../../console/text/start-console-text.ts';
import type { WorkPhoto } from '../work/staff-api.ts';
import { DeskPhotos } from './desk-photos.tsx';

const photo = (photoId: string, here: boolean) => ({ photoId, here }) as unknown as WorkPhoto;

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));

it('shows the photographs that are here under their own numbers, and says how many are not yet', () => {
  render(<DeskPhotos workId="w1" photos={[photo('p1', true), photo('p2', false), photo('p3', true)]} />);
  expect(screen.getByText('2 of 3 photos are here.')).toBeTruthy();
  expect(screen.getAllByRole('img').map((image) => [image.getAttribute('alt'), image.getAttribute('src')])).toEqual([
    ['Photo 1 of the work', '/api/staff/work/w1/photos/p1'],
    ['Photo 3 of the work', '/api/staff/work/w1/photos/p3'],
  ]);
});

it('is not there for work without photographs', () => {
  const { container } = render(<DeskPhotos workId="w1" photos={[]} />);
  expect(container.textContent).toBe('');
});

it.each(['cy', 'ar'])('has its words in %s', async (language) => {
  await i18next.changeLanguage(language);
  render(<DeskPhotos workId="w1" photos={[photo('p1', true)]} />);
  expect(document.body.textContent).not.toMatch(/work\.photo|photos are here/);
  expect(screen.getByRole('img').getAttribute('alt')).not.toMatch(/work\.photo|of the work/);
  await i18next.changeLanguage('en');
});
