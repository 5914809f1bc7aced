import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importQuizFile } from '../../../tests/support/imported-quizzes.ts';
import { sampleContent } from '../../../tests/support/sample-content.ts';
import { readGift } from './read-gift.ts';

const samples = sampleContent('gift');
const read = (text: string) => readGift(text, 'Test').flatMap(({ questions }) => questions);

describe('GIFT', () => {
  it('one broken question does not take the others with it, and is listed with its line', async () => {
    const content = [
      '::One:: Two and two? {=4 ~5}',
      '',
      '// a note',
      '::Two:: What is { this? {=a ~b}',
      '',
      '::Three:: The earth is round. {T}',
      '',
    ].join('\n');
    const imported = await importQuizFile({ name: 'mixed.gift', content });
    if (!imported.ok) throw new Error(imported.refusal.sentence);
    expect(imported.blockers).toEqual([]);
    expect(imported.quizzes[0]?.questions.map(({ id }) => id)).toEqual(['one', 'three']);
    expect(imported.report.notCarried[0]).toMatchObject({ what: 'Question “Two”', file: 'mixed.gift', line: 4 });
    expect(imported.report.notCarried[0]?.why).toContain('not written as GIFT asks');
  });

  it('carries weights, tolerances, feedback in Moodle’s order and categories', () => {
    const text = [
      '$CATEGORY: $course$/top/Sums',
      '',
      '::A:: Half of 9? {=4.5 #yes ~%50%4 #nearly ~3}',
      '',
      '::B:: Pi? {#3.1415:0.0005}',
      '',
      '::C:: Between? {#1..5}',
      '',
      '::D:: Ten is even. {F#It is.#Well done.}',
      '',
      '::E:: Capital of France? {=Paris =%50%paree#Nearly}',
      '',
      '$CATEGORY: Words',
      '',
      'The sky is {=blue ~red} today.',
      '',
    ].join('\n');
    expect(readGift(text, 'Test').map(({ title, questions }) => [title, questions.length])).toEqual([
      ['Sums', 5],
      ['Words', 1],
    ]);
    expect(read(text)).toMatchObject([
      {
        parts: {
          kind: 'single',
          options: [{ text: '4.5', right: true, say: 'yes' }, { text: '4', share: 0.5, say: 'nearly' }, { text: '3' }],
        },
      },
      { parts: { kind: 'numeric', answer: 3.1415, tolerance: 0.0005 } },
      { parts: { kind: 'numeric', answer: 3, tolerance: 2 } },
      { parts: { kind: 'true-false', answer: false, sayTrue: 'It is.', sayFalse: 'Well done.' } },
      { parts: { kind: 'short', accepted: ['Paris'], mistakes: [{ text: 'paree', share: 0.5, say: 'Nearly' }] } },
      { ask: 'The sky is \\_\\_\\_\\_\\_ today.', parts: { kind: 'single' } },
    ]);
  });

  it('puts a text without a question before the next, and lists one that none follows', () => {
    expect(read('Use paper.\n\nIs it so? {T}\n\nThe end.\n')).toMatchObject([
      { is: 'question', ask: 'Use paper.\n\nIs it so?' },
      { is: 'refused', name: 'The end.', line: 5 },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a category alone', '$CATEGORY: a/b\n'],
    ['one broken question', 'Q {=a'],
    ['bytes that are no text', 'a\0b'],
  ])('refuses a file with %s in one sentence and leaves nothing', async (_, content) => {
    const imported = await importQuizFile({ name: 'x.gift', content });
    expect(imported.ok).toBe(false);
    if (!imported.ok) expect(imported.refusal.sentence).toMatch(/^[^\n]+\.$/);
  });

  it('never throws, and carries or lists every part, whatever the text', () => {
    const bit = fc.constantFrom(
      '{',
      '}',
      '=',
      '~',
      '#',
      '####',
      '->',
      '::',
      ':',
      '%50%',
      '%',
      '\\',
      '//',
      '\n',
      '\n\n',
      '[html]',
      '<b>',
      'T',
      '3.14',
      '..',
      'words ',
      '$CATEGORY: x\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string({ maxLength: 8 })), { maxLength: 30 }), (parts) => {
        const text = `Is it so? {T}\n\n${parts.join('')}\n\nIs it not? {F}\n`;
        const names = read(text).map(({ name }) => name);
        expect(names[0]).toBe('Is it so?');
        expect(names.some((name) => name.endsWith('Is it not?') || name.includes('Is it not'))).toBe(true);
      }),
    );
  });
});

describe.skipIf(samples === undefined)('GIFT files of others (skipped where the sample content is absent)', () => {
  const files = samples === undefined ? [] : readdirSync(samples).filter((name) => name.endsWith('.gift'));
  it.each(files.filter((name) => name !== 'category1.gift'))('%s is carried whole and builds', async (name) => {
    const imported = await importQuizFile(path.join(samples ?? '', name));
    if (!imported.ok) throw new Error(imported.refusal.sentence);
    expect(imported.blockers).toEqual([]);
    const lost = imported.report.notCarried.filter(
      ({ what }) => !what.startsWith('The pass mark') && !what.startsWith('A part of'),
    );
    expect(lost).toEqual([]);
  });

  it('category1.gift, which has no question, is refused', async () => {
    expect(await importQuizFile(path.join(samples ?? '', 'category1.gift'))).toMatchObject({
      ok: false,
      refusal: { code: 'nothing-to-learn' },
    });
  });
});
