import { Card } from '../../../../ui/card.tsx';
import type { AnswerInWords } from '../words-of-answers.ts';

/** Answers of earlier steps, in the person's own words. */
export function SaidBefore({ said }: { readonly said: readonly AnswerInWords[] }) {
  return said.map(({ id, title, lines }) => (
    <Card key={id} title={title} level={2} tone="outline">
      <ul className="practice-said">
        {lines.map(({ field, words }) => (
          <li key={`${field ?? ''}${words}`}>
            {field !== undefined && <span className="ui-hint">{field} </span>}
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </Card>
  ));
}
