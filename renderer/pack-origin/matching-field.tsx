import { plainText } from '#protocol/packs/inline-text.ts';
import type { Answer, Question } from '#protocol/packs/quiz.ts';
import { Select } from '../ui/select.tsx';
import { Stack } from '../ui/stack.tsx';
import { mixOrder } from './mix-order.ts';
import { useWords } from './player-words.ts';

type Matching = Extract<Question, { kind: 'matching' }>;
type MatchingFieldProps = { readonly question: Matching; readonly seed: string; readonly pairs: Readonly<Record<string, string>>; readonly onAnswer: (answer: Answer) => void };

/** One list to choose from beside each left: works with touch, keyboard and screen reader alike, unlike dragging. */
export function MatchingField({ question, seed, pairs, onAnswer }: MatchingFieldProps) {
  const words = useWords();
  const rights = mixOrder([...question.pairs, ...(question.extra ?? [])], seed).map((right) => ({ value: right.id, label: plainText(right.right) }));
  function choose(leftId: string, rightId: string) {
    const rest = Object.entries(pairs).filter(([left]) => left !== leftId);
    onAnswer({ kind: 'matching', pairs: Object.fromEntries(rightId === '' ? rest : [...rest, [leftId, rightId]]) });
  }
  return (
    <Stack gap="sm">
      {question.pairs.map((pair) => (
        <Select key={pair.id} label={plainText(pair.left)} hint={words('chooseMatch')} placeholder={words('pick')} options={rights} value={pairs[pair.id] ?? ''} onChange={(rightId) => { choose(pair.id, rightId); }} />
      ))}
    </Stack>
  );
}
