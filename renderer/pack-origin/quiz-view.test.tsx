import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProgressData, ProgressVerb } from '#protocol/education/schema.ts';
import type { Line } from '#protocol/packs/inline-text.ts';
import { quizSchema, type Question, type Quiz } from '#protocol/packs/quiz.ts';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { QuizView } from './quiz-view.tsx';

type Said = { readonly verb: ProgressVerb; readonly data: ProgressData };

const line = (text: string): Line => [{ kind: 'text', text }];
const GAPS: Question = {
  kind: 'gap-fill', id: 'gaps', prompt: [line('Fill the gaps.')], marks: 2,
  text: [[{ kind: 'text', text: 'Half of 20 is ' }, { kind: 'gap', gapId: 'half' }, { kind: 'text', text: ' and a quarter is ' }, { kind: 'gap', gapId: 'quarter' }]],
  gaps: [
    { kind: 'number', id: 'half', answer: 10, tolerance: 0 },
    { kind: 'chosen', id: 'quarter', options: [{ id: 'a', text: line('4'), correct: false }, { id: 'b', text: line('5'), correct: true }] },
  ],
};
const ESSAY: Question = { kind: 'essay', id: 'story', prompt: [line('Write about your day.')], marks: 5, limit: 200 };
const START: PlayerStart = { type: 'start', activityId: 'tiny.test' as PlayerStart['activityId'], kind: 'quiz', entry: 'en/quiz.json', title: 'Test', language: 'en', direction: 'ltr', textSize: 100, theme: 'light', params: {}, resume: null, state: null, next: null };

let said: Said[];
let kept: string | null;
beforeEach(() => { said = []; kept = null; });
afterEach(() => { vi.useRealTimers(); });

function open(questions: readonly Question[], more: Partial<Quiz> = {}, start: Partial<PlayerStart> = {}) {
  const quiz = quizSchema.parse({ format: 'throughline-quiz/1', activityId: 'tiny.test', language: 'en', direction: 'ltr', title: 'Test', intro: [], passMark: 0.5, questions, ...more });
  return render(<QuizView quiz={quiz} start={{ ...START, ...start }} report={(verb, data) => { said.push({ verb, data }); }} keep={(state) => { kept = state; }} onNext={() => undefined} onClose={() => undefined} />);
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const handedIn = () => said.filter(({ verb }) => verb === 'answered' || verb === 'completed');

describe('gap fill', () => {
  test('is filled with keyboard alone, each gap saying which it is, and gives part marks', async () => {
    open([GAPS]);
    await press('Start');
    await userEvent.type(screen.getByRole('textbox', { name: 'Gap 1 of 2' }), '10');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Gap 2 of 2' }), '4');
    await press('See how I did');
    expect(handedIn()).toMatchObject([{ verb: 'answered', data: { score: 1, outOf: 2, answers: { gaps: { kind: 'gap-fill', gaps: { half: '10', quarter: 'a' } } } } }]);
    const text = document.querySelector<HTMLElement>('.player-gap-text');
    expect(text && within(text).getAllByText(/right/).map((mark) => mark.textContent.trim())).toEqual(['right', 'not right']);
  });
});

describe('essay', () => {
  test('travels to the tutor with the hand-in, and the score counts only the rest and says so', async () => {
    open([GAPS, ESSAY], {}, { resume: { page: 2, answers: { gaps: { kind: 'gap-fill', gaps: { half: '10', quarter: 'b' } } } } });
    await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), 'It was fine.');
    await press('See how I did');
    expect(handedIn()).toMatchObject([{ verb: 'answered', data: { score: 2, outOf: 2, answers: { story: { kind: 'essay', text: 'It was fine.' } } } }]);
    expect(screen.queryByRole('heading', { name: 'You passed: 2 out of 2' })).not.toBeNull();
    expect(screen.queryByText('Your tutor will mark the rest (5 marks). This score does not count it yet.')).not.toBeNull();
    expect(screen.queryByText('Your tutor will mark this.')).not.toBeNull();
  });

  test('alone has no score: it is handed in and nothing is claimed', async () => {
    open([ESSAY], {}, { resume: { page: 1, answers: { story: { kind: 'essay', text: 'Words' } } } });
    await press('Hand in');
    expect(handedIn()).toMatchObject([{ verb: 'completed', data: { answers: { story: { text: 'Words' } } } }]);
    expect(handedIn()[0]?.data.score).toBeUndefined();
    expect(screen.queryByRole('heading', { name: 'Handed in' })).not.toBeNull();
  });

  test('in the making is kept as one draft, not as events, comes back with its attempt, and is forgotten with the hand-in', async () => {
    // No time passes that would have to be told, however slow the machine is.
    vi.useFakeTimers({ toFake: ['performance'] });
    const resume = { page: 1, answers: {}, place: 'mix-1' };
    const first = open([ESSAY], {}, { resume });
    await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), 'It was a long day.');
    first.unmount();
    expect(said.map(({ verb }) => verb)).toEqual(['opened']);
    const again = open([ESSAY], {}, { resume, state: kept });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your answer' }).value).toBe('It was a long day.');
    again.unmount();
    const other = open([ESSAY], {}, { resume: { ...resume, place: 'mix-2' }, state: kept });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your answer' }).value).toBe('');
    other.unmount();
    open([ESSAY], {}, { resume, state: kept });
    await press('Hand in');
    expect(kept).not.toContain('long day');
  });

  test('in the making has its time told when the quiz is left, by its page going away or by another screen, and once', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const told = () => said.filter(({ verb }) => verb === 'progressed').map(({ data }) => data.seconds);
    const view = open([ESSAY], {}, { resume: { page: 1, answers: {}, place: 'mix-1' } });
    const box = screen.getByRole('textbox', { name: 'Your answer' });
    await userEvent.type(box, 'It');
    vi.advanceTimersByTime(40_000);
    expect(told()).toEqual([]);
    window.dispatchEvent(new Event('pagehide'));
    expect(told()).toEqual([40]);
    await userEvent.type(box, ' was');
    vi.advanceTimersByTime(7000);
    view.unmount();
    expect(told()).toEqual([40, 7]);
    window.dispatchEvent(new Event('pagehide'));
    expect(told()).toEqual([40, 7]);
  });

  test('that was read and not begun has the time of reading told when the quiz is left', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const view = open([ESSAY], {}, { resume: { page: 1, answers: {}, place: 'mix-1' } });
    await vi.waitFor(() => { expect(said.map(({ verb }) => verb)).toEqual(['opened']); });
    vi.advanceTimersByTime(50_000);
    view.unmount();
    expect(said).toMatchObject([{ verb: 'opened' }, { verb: 'progressed', data: { seconds: 50 } }]);
  });

  test('that is too long can be written, but is said and not handed in', () => {
    open([ESSAY], {}, { resume: { page: 1, answers: { story: { kind: 'essay', text: 'x'.repeat(201) } } } });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Hand in' }).disabled).toBe(true);
    expect(screen.queryByText(/One of your answers is too long/)).not.toBeNull();
  });
});

describe('attempts', () => {
  test('are counted, the last one is said, and after it there is no other go', async () => {
    open([GAPS], { attempts: 3 }, { attempts: 2 });
    expect(screen.queryByText(/This is go number 3 of 3\.\s+This is your last go\./)).not.toBeNull();
    await press('Start');
    await press('See how I did');
    expect(handedIn()).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Have another go' })).toBeNull();
  });

  test('used up are said with whom to ask, and nothing is reported', () => {
    open([GAPS], { attempts: 3 }, { attempts: 3 });
    expect(screen.queryByRole('heading', { name: 'You have used all your goes' })).not.toBeNull();
    expect(screen.queryByText(/ask your tutor/)).not.toBeNull();
    expect(handedIn()).toEqual([]);
  });

  test('mix the questions each in its own way, and a resume keeps the order that was left', () => {
    const questions = ['one', 'two', 'three', 'four', 'five', 'six'].map((id): Question => ({ kind: 'true-false', id, prompt: [line(`Is it ${id}?`)], marks: 1, answer: true }));
    const firstOf = (mix: string) => {
      const view = open(questions, { mixQuestions: true }, { resume: { page: 1, answers: {}, place: mix } });
      const prompt = view.container.querySelector('.player-prompt')?.textContent;
      view.unmount();
      return prompt;
    };
    const mixes = Array.from({ length: 12 }, (_, at) => `mix-${String(at)}`);
    expect(mixes.map(firstOf)).toEqual(mixes.map(firstOf));
    expect(new Set(mixes.map(firstOf)).size).toBeGreaterThan(2);
  });
});
