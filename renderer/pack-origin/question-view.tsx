import type { Answer, Question } from '#protocol/packs/quiz.ts';
import { markAnswer } from '#protocol/packs/mark-answer.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { AnswerField } from './answer-field.tsx';
import { InlineView, Paragraphs } from './inline-view.tsx';
import { PictureView } from './media-view.tsx';
import { useWords } from './player-words.ts';

const TONES = { right: 'good', partly: 'info', wrong: 'attention', unanswered: 'attention', 'for-tutor': 'info' } as const;

type QuestionViewProps = {
  /** Its name for reading aloud. */
  readonly part?: string | undefined;
  readonly question: Question;
  readonly answer: Answer | undefined;
  /** Seed of this attempt's mixed orders. */
  readonly mix: string;
  /** Offer the choices in a mixed order too. */
  readonly mixChoices?: boolean | undefined;
  /** Show what came of it. */
  readonly marked: boolean;
  readonly onAnswer: (answer: Answer) => void;
  /** In a lesson a question is checked at once; in a quiz only at the end, so there is nothing to press. */
  readonly onCheck?: (() => void) | undefined;
};

/** A question with its picture, hint, answer and, once checked, what came of it. */
export function QuestionView({ question, answer, mix, mixChoices = false, part, marked, onAnswer, onCheck }: QuestionViewProps) {
  const words = useWords();
  return (
    <section className="player-question">
      <div className="player-prompt" id={`prompt-${question.id}`}>
        <Paragraphs lines={question.prompt} part={part} />
      </div>
      {question.image === undefined ? null : <PictureView block={question.image} />}
      <AnswerField question={question} answer={answer} onAnswer={onAnswer} mix={mix} mixChoices={mixChoices} marked={marked} part={part} />
      {question.hint === undefined || marked ? null : (
        <details className="player-hint">
          <summary>{words('hint')}</summary>
          <p><InlineView line={question.hint} /></p>
        </details>
      )}
      {onCheck === undefined || marked ? null : <Button kind="primary" disabled={answer === undefined} onClick={onCheck}>{words('check')}</Button>}
      {marked ? <MarkView question={question} answer={answer} /> : null}
    </section>
  );
}

/** What came of an answer, said in words and never by colour alone. */
function MarkView({ question, answer }: Pick<QuestionViewProps, 'question' | 'answer'>) {
  const words = useWords();
  const mark = markAnswer(question, answer);
  const word = question.kind === 'essay' && mark.outcome === 'unanswered' ? 'nothingWritten' : mark.outcome;
  return (
    <Notice tone={TONES[mark.outcome]} live="polite" title={words(word)}>
      <Paragraphs lines={mark.feedback} />
    </Notice>
  );
}
