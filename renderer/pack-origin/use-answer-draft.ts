import { useEffect, useState } from 'react';
import { z } from 'zod/mini';
import type { Answer } from '#protocol/packs/quiz.ts';
import type { ActivityViewProps } from './activity-view-props.ts';
import { answersToSend } from './answers-to-send.ts';
import { createKeptState } from './foreign/kept-state.ts';
import type { PlayerResume } from './player.ts';

/** Answers as they are being written; `mix` says which attempt they belong to. */
const draftSchema = z.object({ mix: z.string(), answers: z.record(z.string(), z.unknown()) });

/** Answers between two reports. An event is kept for ever, so a long answer would be kept a hundred times over as events. */
export type AnswerDraft = {
  /** Keeps the answers within a second, however fast somebody types; they replace what was kept before. */
  readonly write: (mix: string, answers: Readonly<Record<string, Answer>>) => void;
  /** They were handed in: nothing is left to be kept. */
  readonly clear: () => void;
};

/** What was being written when the quiz was left, put together with its place; and where the next words are kept. */
export function useAnswerDraft({ start, keep }: Pick<ActivityViewProps, 'start' | 'keep'>): [PlayerResume, AnswerDraft] {
  const [made] = useState(() => {
    const state = createKeptState(start.state, keep, () => performance.now());
    const draft: AnswerDraft = {
      write: (mix, answers) => { state.write('answers', { mix, answers: answersToSend(answers) }); },
      clear: () => {
        state.write('answers', null);
        state.flush();
      },
    };
    return { resume: withDraft(start.resume, state.read('answers')), draft, flush: state.flush };
  });
  useEffect(() => {
    window.addEventListener('pagehide', made.flush);
    return () => {
      window.removeEventListener('pagehide', made.flush);
      made.flush();
    };
  }, [made]);
  return [made.resume, made.draft];
}

/** Only the words of the attempt that goes on: those of one that was handed in are the tutor's now. */
function withDraft(resume: PlayerResume, kept: unknown): PlayerResume {
  const draft = draftSchema.safeParse(kept);
  if (resume === null || !draft.success || draft.data.mix !== resume.place) return resume;
  return { ...resume, answers: { ...resume.answers, ...draft.data.answers } };
}
