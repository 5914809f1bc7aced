import { expect, test } from 'vitest';
import { nextDraft } from './next-draft.ts';
import { MAX_VERSIONS, VERSION_EVERY, workDraftSchema, type WorkDraft } from './work-tables.ts';

const write = (before: WorkDraft | undefined, text: string, now: number, keep = false) => nextDraft(before, 'c.task', { one: text }, now, keep);

test('keeps an earlier version every three minutes, and not one for each letter', () => {
  let draft = write(undefined, 'a', 0);
  for (let second = 1; second < 60; second += 1) draft = write(draft, 'a'.repeat(second), second * 1000);
  expect(draft.versions).toHaveLength(1);
  draft = write(draft, 'b', 60_000 + VERSION_EVERY);
  expect(draft.versions.map(({ texts }) => texts['one'])).toEqual(['a', 'a'.repeat(59)]);
});

test('keeps what would be lost when an earlier version is brought back, and when the clock goes backwards', () => {
  const draft = write(write(undefined, 'new words', 1_000_000), 'old words', 1_000_001, true);
  expect(draft.versions.map(({ texts }) => texts['one'])).toEqual(['new words']);
  expect(write(draft, 'x', 5).versions).toHaveLength(2);
});

test('never grows beyond what a row may hold, and keeps no empty versions', () => {
  let draft: WorkDraft | undefined;
  for (let at = 0; at < 100; at += 1) draft = write(draft, at % 2 === 0 ? `words ${String(at)}` : ' ', at * VERSION_EVERY);
  expect(draft?.versions).toHaveLength(MAX_VERSIONS);
  expect(workDraftSchema.safeParse(draft).success).toBe(true);
  expect(draft?.versions.every(({ texts }) => texts['one']?.startsWith('words'))).toBe(true);
});
