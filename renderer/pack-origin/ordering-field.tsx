import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Line } from '#protocol/packs/inline-text.ts';
import type { Answer, Question } from '#protocol/packs/quiz.ts';
import { Button } from '../ui/button.tsx';
import { InlineView } from './inline-view.tsx';
import { mixOrder } from './mix-order.ts';
import { useWords } from './player-words.ts';

type Ordering = Extract<Question, { kind: 'ordering' }>;
type OrderingFieldProps = { readonly question: Ordering; readonly seed: string; readonly itemIds: readonly string[] | undefined; readonly onAnswer: (answer: Answer) => void; readonly nameOf: (line: Line) => string };

/** Up and down buttons with words, so that no dragging is needed (WCAG 2.2, 2.5.7). */
export function OrderingField({ question, seed, itemIds, onAnswer, nameOf }: OrderingFieldProps) {
  const words = useWords();
  const order = itemIds ?? mixOrder(question.items, seed).map((item) => item.id);
  const items = order.flatMap((id) => question.items.find((item) => item.id === id) ?? []);
  function move(from: number, to: number) {
    const ids = items.map((item) => item.id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    onAnswer({ kind: 'ordering', itemIds: ids });
  }
  return (
    <ol className="player-ordering" aria-label={words('putInOrder')}>
      {items.map((item, at) => (
        <li key={item.id}>
          <span><InlineView line={item.text} /></span>
          <Button size="small" icon={ArrowUp} disabled={at === 0} aria-label={words('moveUp', { thing: nameOf(item.text) })} onClick={() => { move(at, at - 1); }}>{words('up')}</Button>
          <Button size="small" icon={ArrowDown} disabled={at === items.length - 1} aria-label={words('moveDown', { thing: nameOf(item.text) })} onClick={() => { move(at, at + 1); }}>{words('down')}</Button>
        </li>
      ))}
    </ol>
  );
}
