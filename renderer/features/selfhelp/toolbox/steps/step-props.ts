import type { StepWords, TechniqueWords } from '../../../../text/technique-words.ts';
import type { Answer, Answers } from '../player.ts';
import type { Step, Technique } from '../technique.ts';

/** What the screen of a step is given: its definition and words, what was answered so far, and how to answer. */
export type StepProps<Kind extends Step['kind'] = Step['kind']> = {
  readonly technique: Technique;
  readonly step: Extract<Step, { readonly kind: Kind }>;
  readonly words: StepWords;
  readonly techniqueWords: TechniqueWords;
  readonly answers: Answers;
  /** Undefined takes an answer away. */
  readonly answer: (key: string, value: Answer | undefined) => void;
};
