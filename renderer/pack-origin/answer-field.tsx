import { plainText } from '#protocol/packs/inline-text.ts';
import type { Answer, Question } from '#protocol/packs/quiz.ts';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { TextField } from '../ui/text-field.tsx';
import { InlineView } from './inline-view.tsx';
import { MatchingField } from './matching-field.tsx';
import { OrderingField } from './ordering-field.tsx';
import { useWords } from './player-words.ts';

type AnswerFieldProps = {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  readonly labelledBy: string;
};

/** The place to answer, by kind of question. */
export function AnswerField({ question, answer, onAnswer }: AnswerFieldProps) {
  const words = useWords();
  switch (question.kind) {
    case 'single':
      return (
        <RadioCards legend={words('chooseOne')} options={question.options.map((option) => ({ value: option.id, label: <InlineView line={option.text} /> }))}
          value={answer?.kind === 'single' ? answer.optionId : null} onChange={(optionId) => { onAnswer({ kind: 'single', optionId }); }} />
      );
    case 'multiple':
      return (
        <CheckboxGroup legend={words('chooseAll')} columns={1} options={question.options.map((option) => ({ value: option.id, label: <InlineView line={option.text} /> }))}
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
      return <MatchingField question={question} pairs={answer?.kind === 'matching' ? answer.pairs : {}} onAnswer={onAnswer} />;
    case 'ordering':
      return <OrderingField question={question} itemIds={answer?.kind === 'ordering' ? answer.itemIds : undefined} onAnswer={onAnswer} nameOf={plainText} />;
  }
}
