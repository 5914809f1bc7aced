import { expect, it } from 'vitest';
import type { ActivityId } from '#protocol/packs/inline-text.ts';
import { compileAssignment } from './compile-assignment.ts';
import { createProblemList } from './problem.ts';

function compile(yaml: string) {
  const problems = createProblemList();
  const place = { file: 'en/task.yaml', line: 1, language: 'en', activityId: 'letters.task' as ActivityId, problems, activityOf: () => undefined };
  return { task: compileAssignment(yaml, place), messages: problems.all.map(({ message }) => message) };
}

it('makes a written task of a teacher’s file, with its length as advice', () => {
  const { task, messages } = compile('title: A letter\nintro: Write to **the council**.\nparts:\n  - { id: letter, ask: Write it., words: { atLeast: 50 } }\n');
  expect(messages).toEqual([]);
  expect(task).toMatchObject({ title: 'A letter', photos: 0, parts: [{ id: 'letter', words: { atLeast: 50 } }] });
});

it.each([
  ['title: A letter\nparts: []\n', /at least one thing/],
  ['title: A letter\nparts:\n  - { id: a, ask: One }\n  - { id: a, ask: Two }\n', /of its own/],
  ['title: A letter\nparts:\n  - { id: a, ask: One, words: { atLeast: 9, atMost: 3 } }\n', /more than/],
  ['title: A letter\nparts:\n  - { id: a, ask: "[here](https://example.org)" }\n', /leads out of the pack/],
])('says in a teacher’s words what is wrong with %j', (yaml, message) => {
  expect(compile(yaml).messages.join(' ')).toMatch(message);
});
