import { plainText } from '#protocol/packs/inline-text.ts';
import { choicePart } from '#protocol/packs/narration.ts';
import { MAX_ESSAY_LENGTH, type Answer, type Option, type Question } from '#protocol/packs/quiz.ts';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { GapFillField } from './gap-fill-field.tsx';
import { InlineView } from './inline-view.tsx';
import { MatchingField } from './matching-field.tsx';
import { mixByHash } from './mix-order.ts';
import { OrderingField } from './ordering-field.tsx';
import { useWords } from './player-words.ts';

type AnswerFieldProps = {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  /** Seed of this attempt's mixed orders; `mixChoices` also mixes the choices of single and multiple choice. */
  readonly mix: string;
  readonly mixChoices: boolean;
  /** Show what came of each part. */
  readonly marked: boolean;
  /** Its name for reading aloud. */
  readonly part?: string | undefined;
};

/** The place to answer, by kind of question. */
export function AnswerField({ question, answer, onAnswer, mix, mixChoices, marked, part }: AnswerFieldProps) {
  const words = useWords();
  const seed = mix + question.id;
  const nameOf = (options: readonly Option[], option: Option) => (part === undefined ? undefined : choicePart(part, options.indexOf(option)));
  const inOrder = (options: readonly Option[]) => (mixChoices ? mixByHash(options, seed) : options).map((option) => ({ value: option.id, label: <span data-part={nameOf(options, option)}><InlineView line={option.text} /></span> }));
  switch (question.kind) {
    case 'single':
      return (
        <RadioCards legend={words('chooseOne')} options={inOrder(question.options)}
          value={answer?.kind === 'single' ? answer.optionId : null} onChange={(optionId) => { onAnswer({ kind: 'single', optionId }); }} />
      );
    case 'multiple':
      return (
        <CheckboxGroup legend={words('chooseAll')} columns={1} options={inOrder(question.options)}
          values={answer?.kind === 'multiple' ? answer.optionIds : []} onChange={(optionIds) => { onAnswer({ kind: 'multiple', optionIds }); }} />
      );
    case 'true-false':
      return (
        <RadioCards legend={words('chooseOne')} columns={2} options={[{ value: 'true', label: words('yes') }, { value: 'false', label: words('no') }]}
          value={answer?.kind === 'true-false' ? (answer.value ? 'true' : 'false') : null} onChange={(value) => { onAnswer({ kind: 'true-false', value: value === 'true' }); }} />
      );
    case 'numeric':
      return (
        <TextField label={question.unit === undefined ? words('typeNumber') : words('typeNumberUnit', { unit: question.unit })} width="short" dir="ltr"
          value={answer?.kind === 'numeric' ? answer.text : ''} onChange={(text) => { onAnswer({ kind: 'numeric', text }); }} maxLength={60} />
      );
    case 'short':
      return <TextField label={words('typeWords')} width="medium" value={answer?.kind === 'short' ? answer.text : ''} onChange={(text) => { onAnswer({ kind: 'short', text }); }} maxLength={200} />;
    case 'matching':
      return <MatchingField question={question} seed={seed} pairs={answer?.kind === 'matching' ? answer.pairs : {}} onAnswer={onAnswer} />;
    case 'ordering':
      return <OrderingField question={question} seed={seed} itemIds={answer?.kind === 'ordering' ? answer.itemIds : undefined} onAnswer={onAnswer} nameOf={plainText} />;
    case 'gap-fill':
      return <GapFillField question={question} seed={seed} gaps={answer?.kind === 'gap-fill' ? answer.gaps : {}} marked={marked} onAnswer={onAnswer} />;
    case 'essay':
      return (
        <TextArea label={words('essay')} hint={words('essayHint')} rows={10} limit={question.limit} countText={(left, over) => words(over > 0 ? 'essayOver' : 'essayLeft', { count: over > 0 ? over : left })} used={essayText(answer).length}
          value={essayText(answer)} onChange={(text) => { onAnswer({ kind: 'essay', text: text.slice(0, MAX_ESSAY_LENGTH) }); }} />
      );
  }
}

function essayText(answer: Answer | undefined): string {
  return answer?.kind === 'essay' ? answer.text : '';
}
