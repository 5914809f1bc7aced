import { expect, it } from 'vitest';
import type { Lesson } from '#protocol/packs/lesson.ts';
import { checkReadingAge } from './check-reading-age.ts';

const HARD =
  'Notwithstanding considerable methodological heterogeneity, contemporary investigations substantiate interdisciplinary rehabilitation. ';
const EASY = 'You can do this. Take your time. Look at the picture. Then turn the page. ';

function lesson(text: string, language = 'en'): Lesson {
  const block = { kind: 'paragraph', text: [{ kind: 'text', text }] };
  return { language, pages: [{ blocks: [block] }] } as unknown as Lesson;
}

it('says that a text is too hard for its readers, and how hard it is', () => {
  const [problem] = checkReadingAge(lesson(HARD.repeat(12)), 'en/01.md', 9);
  expect(problem).toMatchObject({ severity: 'warning', code: 'reading-age', file: 'en/01.md' });
  expect(problem?.message).toMatch(/people of \d\d; the pack is for readers of about 9/);
});

it('says nothing of an easy text, of a few words, and of languages it cannot measure', () => {
  expect(checkReadingAge(lesson(EASY.repeat(12)), 'en/01.md', 9)).toEqual([]);
  expect(checkReadingAge(lesson(HARD), 'en/01.md', 9)).toEqual([]);
  expect(checkReadingAge(lesson(HARD.repeat(12), 'cy'), 'cy/01.md', 9)).toEqual([]);
});
