import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from './inline-text.ts';
import { foldAnswer, markAnswer, scoreQuiz } from './mark-answer.ts';
import type { Answer, Question, Quiz } from './quiz.ts';
import { readNumber } from './read-number.ts';

const line = (text: string): Line => [{ kind: 'text', text }];
const base = { prompt: [line('?')], marks: 2 };
const option = (id: string, correct: boolean) => ({ id, text: line(id), correct, feedback: line(`you chose ${id}`) });

const single: Question = { ...base, id: 'single', kind: 'single', options: [option('a', true), option('b', false)] };
const multiple: Question = {
  ...base,
  id: 'multiple',
  kind: 'multiple',
  options: [option('a', true), option('b', true), option('c', false)],
};
const trueFalse: Question = { ...base, id: 'tf', kind: 'true-false', answer: false };
const numeric: Question = {
  ...base,
  id: 'numeric',
  kind: 'numeric',
  answer: 0.75,
  tolerance: 0.01,
  unit: 'hours',
  mistakes: [{ value: 3, feedback: line('that is the top number') }],
};
const short: Question = { ...base, id: 'short', kind: 'short', accepted: ['Caffi', 'tŷ bach'] };
const matching: Question = {
  ...base,
  id: 'matching',
  kind: 'matching',
  pairs: [
    { id: 'p1', left: line('1/2'), right: line('50%') },
    { id: 'p2', left: line('1/4'), right: line('25%') },
  ],
};
const ordering: Question = {
  ...base,
  id: 'ordering',
  kind: 'ordering',
  items: ['x', 'y', 'z', 'w'].map((id) => ({ id, text: line(id) })),
};
const gapFill: Question = {
  ...base,
  id: 'gaps',
  kind: 'gap-fill',
  text: [
    [
      { kind: 'text', text: 'Half of 20 is ' },
      { kind: 'gap', gapId: 'half' },
      { kind: 'gap', gapId: 'word' },
      { kind: 'gap', gapId: 'list' },
      { kind: 'gap', gapId: 'other' },
    ],
  ],
  gaps: [
    { kind: 'number', id: 'half', answer: 10, tolerance: 0 },
    { kind: 'typed', id: 'word', accepted: ['tŷ', 'house'] },
    {
      kind: 'chosen',
      id: 'list',
      options: [
        { id: 'a', text: line('4'), correct: false, feedback: line('too small') },
        { id: 'b', text: line('5'), correct: true },
      ],
    },
    { kind: 'typed', id: 'other', accepted: ['x'] },
  ],
};
const essay: Question = { ...base, id: 'essay', kind: 'essay', limit: 5000 };
const all = [single, multiple, trueFalse, numeric, short, matching, ordering, gapFill];

const rightAnswers: Record<string, Answer> = {
  single: { kind: 'single', optionId: 'a' },
  multiple: { kind: 'multiple', optionIds: ['b', 'a'] },
  tf: { kind: 'true-false', value: false },
  numeric: { kind: 'numeric', text: '3/4 hours' },
  short: { kind: 'short', text: '  caffi. ' },
  matching: { kind: 'matching', pairs: { p1: 'p1', p2: 'p2' } },
  ordering: { kind: 'ordering', itemIds: ['x', 'y', 'z', 'w'] },
  gaps: { kind: 'gap-fill', gaps: { half: '10', word: ' Ty.', list: 'b', other: 'X' } },
};

describe('markAnswer', () => {
  it.each(all.map((question) => [question.kind, question] as const))(
    'PACK-28 gives full marks for a right %s answer',
    (_, question) => {
      expect(markAnswer(question, rightAnswers[question.id])).toMatchObject({ outcome: 'right', marks: 2, outOf: 2 });
    },
  );

  it.each([
    [single, { kind: 'single', optionId: 'b' }],
    [multiple, { kind: 'multiple', optionIds: ['c'] }],
    [trueFalse, { kind: 'true-false', value: true }],
    [numeric, { kind: 'numeric', text: '0.77' }],
    [numeric, { kind: 'numeric', text: 'three quarters' }],
    [short, { kind: 'short', text: 'caffe' }],
    [matching, { kind: 'matching', pairs: { p1: 'p2', p2: 'p1' } }],
    [ordering, { kind: 'ordering', itemIds: ['w', 'z', 'x', 'y'] }],
    [ordering, { kind: 'ordering', itemIds: ['x', 'x', 'x', 'x'] }],
    [gapFill, { kind: 'gap-fill', gaps: { half: 'ten', list: 'a', 'no-such': 'b' } }],
  ] as const)('PACK-28 gives nothing for a wrong answer (%#)', (question, answer) => {
    expect(markAnswer(question, answer as Answer)).toMatchObject({ outcome: 'wrong', marks: 0 });
  });

  it('PACK-28 gives part marks, and takes a wrong tick off a right one', () => {
    expect(markAnswer(multiple, { kind: 'multiple', optionIds: ['a'] })).toMatchObject({ outcome: 'partly', marks: 1 });
    expect(markAnswer(multiple, { kind: 'multiple', optionIds: ['a', 'c'] })).toMatchObject({
      outcome: 'wrong',
      marks: 0,
    });
    expect(markAnswer(multiple, { kind: 'multiple', optionIds: ['a', 'b', 'c'] })).toMatchObject({
      outcome: 'partly',
      marks: 1,
    });
    expect(markAnswer(matching, { kind: 'matching', pairs: { p1: 'p1' } })).toMatchObject({
      outcome: 'partly',
      marks: 1,
    });
    expect(markAnswer(ordering, { kind: 'ordering', itemIds: ['x', 'y', 'w', 'z'] })).toMatchObject({
      outcome: 'partly',
      marks: 1,
    });
  });

  it('PACK-28 gives each gap the same part of the marks, and answers the choice made in it', () => {
    const mark = markAnswer(gapFill, { kind: 'gap-fill', gaps: { half: '10', list: 'a' } });
    expect(mark).toMatchObject({ outcome: 'partly', marks: 0.5, feedback: [line('too small')] });
    expect(markAnswer(gapFill, { kind: 'gap-fill', gaps: { half: '  ' } }).outcome).toBe('unanswered');
  });

  it('PACK-28 gives all or nothing where a question says so', () => {
    const strict = { ...matching, partMarks: false };
    expect(markAnswer(strict, { kind: 'matching', pairs: { p1: 'p1' } })).toMatchObject({ outcome: 'wrong', marks: 0 });
    expect(markAnswer(strict, { kind: 'matching', pairs: { p1: 'p1', p2: 'p2' } })).toMatchObject({ marks: 2 });
  });

  it('PACK-28 gives a share of the marks for what is nearly right', () => {
    const options = [
      { id: 'a', text: line('a'), correct: true },
      { id: 'b', text: line('b'), correct: false, share: 0.5 },
    ];
    expect(markAnswer({ ...single, options }, { kind: 'single', optionId: 'b' })).toMatchObject({
      outcome: 'partly',
      marks: 1,
    });
    const nearly = { ...short, mistakes: [{ text: 'coffi', share: 0.25, feedback: line('that is the drink') }] };
    expect(markAnswer(nearly, { kind: 'short', text: 'Coffi' })).toMatchObject({
      outcome: 'partly',
      marks: 0.5,
      feedback: [line('that is the drink')],
    });
    const rough = { ...numeric, mistakes: [{ value: 0.75, tolerance: 0.1, share: 0.5 }] };
    expect(markAnswer(rough, { kind: 'numeric', text: '0.8' })).toMatchObject({ outcome: 'partly', marks: 1 });
  });

  it('PACK-28 never judges an essay: what was written is for the tutor', () => {
    expect(markAnswer(essay, { kind: 'essay', text: 'My story.' })).toMatchObject({
      outcome: 'for-tutor',
      marks: 0,
      outOf: 0,
    });
    expect(markAnswer(essay, { kind: 'essay', text: ' \n' }).outcome).toBe('unanswered');
  });

  it('answers the choice that was made, then explains', () => {
    const explained = { ...single, explanation: line('because') };
    expect(markAnswer(explained, { kind: 'single', optionId: 'b' }).feedback).toEqual([
      line('you chose b'),
      line('because'),
    ]);
    expect(markAnswer(numeric, { kind: 'numeric', text: '3' }).feedback).toEqual([line('that is the top number')]);
  });

  it('keeps an accent out of the way but not a letter', () => {
    expect(markAnswer(short, { kind: 'short', text: 'TY BACH' }).outcome).toBe('right');
    expect(foldAnswer('tŷ  Bach!')).toBe('ty bach');
    expect(foldAnswer('1½')).toBe('1 1/2');
  });

  it('treats no answer, an empty one and one of another kind as unanswered', () => {
    expect(markAnswer(single, undefined).outcome).toBe('unanswered');
    expect(markAnswer(short, { kind: 'short', text: '  ' }).outcome).toBe('unanswered');
    expect(markAnswer(single, { kind: 'true-false', value: true }).outcome).toBe('unanswered');
    expect(markAnswer(single, { kind: 'single', optionId: 'no-such' }).outcome).toBe('unanswered');
  });
});

describe('scoreQuiz', () => {
  const quizOf = (questions: readonly Question[], passMark: number) => ({ questions, passMark }) as Quiz;

  it('PACK-28 keeps marks within 0 and all, whatever was answered, and adding a right answer never lowers them', () => {
    const someAnswer = fc.constantFrom<Answer>(
      ...Object.values(rightAnswers),
      { kind: 'multiple', optionIds: ['c', 'a'] },
      { kind: 'numeric', text: '9' },
      { kind: 'matching', pairs: { p1: 'p2' } },
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...all.map((q) => q.id)), someAnswer),
        fc.constantFrom(...all),
        (answers, better) => {
          const quiz = quizOf(all, 0.7);
          const before = scoreQuiz(quiz, answers);
          const right = rightAnswers[better.id];
          const after = scoreQuiz(quiz, right === undefined ? answers : { ...answers, [better.id]: right });
          expect(before.marks).toBeGreaterThanOrEqual(0);
          expect(before.score).toBeLessThanOrEqual(1);
          expect(after.marks).toBeGreaterThanOrEqual(before.marks);
          expect(before.passed).toBe(before.score + 1e-6 >= 0.7);
        },
      ),
    );
  });

  it('PACK-28 counts only what is marked at once, and says what the tutor has still to mark', () => {
    const quiz = quizOf([single, essay], 1);
    const answers: Record<string, Answer> = {
      single: { kind: 'single', optionId: 'a' },
      essay: { kind: 'essay', text: 'Words' },
    };
    expect(scoreQuiz(quiz, answers)).toMatchObject({
      marks: 2,
      outOf: 2,
      score: 1,
      passed: true,
      forTutor: 2,
      answered: 2,
    });
    expect(scoreQuiz(quizOf([essay], 0), answers)).toMatchObject({ outOf: 0, score: 0, passed: false, forTutor: 2 });
  });

  it('PACK-28 gives the same score whatever the order of questions and answers, and however often it is asked', () => {
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    fc.assert(
      fc.property(shuffled, fc.shuffledSubarray(Object.entries(rightAnswers)), (questions, entries) => {
        const answers = Object.fromEntries(entries);
        const once = scoreQuiz(quizOf(questions, 0.5), answers);
        expect(scoreQuiz(quizOf(questions, 0.5), Object.fromEntries([...entries].reverse()))).toEqual(once);
        const { byQuestion: _, ...sum } = once;
        expect(scoreQuiz(quizOf(all, 0.5), answers)).toMatchObject(sum);
      }),
    );
  });

  it('PACK-28 never gives more than full marks, whatever text is typed or chosen', () => {
    const typed = fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom('a', 'b', '10', 'x', 'house'));
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'p1', 'p2', 'x', 'y', 'z', 'w'), { maxLength: 12 });
    const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
      fc.record({
        kind: fc.constant('gap-fill' as const),
        gaps: fc.dictionary(fc.constantFrom('half', 'word', 'list', 'other', 'constructor'), typed),
      }),
      fc.record({ kind: fc.constant('short' as const), text: typed }),
      fc.record({ kind: fc.constant('numeric' as const), text: typed }),
      fc.record({ kind: fc.constant('multiple' as const), optionIds: ids }),
      fc.record({ kind: fc.constant('ordering' as const), itemIds: ids }),
      fc.record({ kind: fc.constant('essay' as const), text: typed }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all, essay), anyAnswer, (question, answer) => {
        const mark = markAnswer(question, answer);
        expect(mark.marks).toBeGreaterThanOrEqual(0);
        expect(mark.marks).toBeLessThanOrEqual(mark.outOf);
        expect(markAnswer(question, answer)).toEqual(mark);
      }),
    );
  });

  it('passes 7 of 10 at a pass mark of 0.7 and not 6 of 10', () => {
    const ten = Array.from({ length: 10 }, (_, at): Question => ({ ...trueFalse, id: `q${String(at)}`, marks: 1 }));
    const answer = (right: number) =>
      Object.fromEntries(ten.map((q, at): [string, Answer] => [q.id, { kind: 'true-false', value: at >= right }]));
    expect(scoreQuiz(quizOf(ten, 0.7), answer(7))).toMatchObject({ marks: 7, passed: true, answered: 10 });
    expect(scoreQuiz(quizOf(ten, 0.7), answer(6))).toMatchObject({ marks: 6, passed: false });
    expect(scoreQuiz(quizOf(ten, 0.7), {})).toMatchObject({ marks: 0, passed: false, answered: 0 });
  });

  it('is not fooled by answers under names every object has', () => {
    const odd: Question = { ...trueFalse, id: 'constructor' };
    expect(scoreQuiz(quizOf([odd], 0.5), {})).toMatchObject({ answered: 0 });
  });
});

describe('readNumber', () => {
  it.each([
    ['0.75', 0.75],
    ['3/4', 0.75],
    ['1 1/2', 1.5],
    ['1½', 1.5],
    ['½', 0.5],
    ['2 ¾', 2.75],
    ['75%', 75],
    ['£12.50', 12.5],
    ['1,250', 1250],
    ['-3', -3],
    ['.5', 0.5],
    [' 7 ', 7],
    ['50p', 50],
  ])('reads %j', (typed, number) => {
    expect(readNumber(typed)).toBeCloseTo(number, 9);
  });

  it.each(['', 'x', '1/0', '1,25', '--3', '1e9', '0x10', 'Infinity', '1 2', '3/4/5'])(
    'does not take %j for a number',
    (typed) => {
      expect(readNumber(typed)).toBeUndefined();
    },
  );

  it('reads back any fraction it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (top, bottom) => {
        expect(readNumber(`${String(top)}/${String(bottom)}`)).toBe(top / bottom);
      }),
    );
  });
});
