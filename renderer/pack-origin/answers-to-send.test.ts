import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_ESSAY_LENGTH, type Answer } from '#protocol/packs/quiz.ts';
import { answersToSend } from './answers-to-send.ts';

test('sends every answer of an ordinary quiz', () => {
  const answers: Record<string, Answer> = { a: { kind: 'short', text: 'x' }, b: { kind: 'essay', text: 'y' } };
  expect(answersToSend(answers)).toEqual(answers);
});

test('never sends more than one event may hold, and never leaves out an essay of allowed length for other answers', () => {
  const essay = fc.string({ minLength: MAX_ESSAY_LENGTH - 200, maxLength: MAX_ESSAY_LENGTH - 100, unit: fc.constantFrom('a', '"', '\n', 'ŵ') });
  const others = fc.array(fc.string({ maxLength: 200 }), { maxLength: 200 });
  fc.assert(
    fc.property(essay, others, (text, words) => {
      const answers: Record<string, Answer> = Object.fromEntries(words.map((word, at): [string, Answer] => [`q${String(at)}`, { kind: 'short', text: word }]));
      const sent = answersToSend({ ...answers, story: { kind: 'essay', text } });
      expect(sent['story']).toEqual({ kind: 'essay', text });
      expect(JSON.stringify(sent).length).toBeLessThan(64 * 1024);
    }),
    { numRuns: 20 },
  );
});
