import { findDangerWords } from '#protocol/selfhelp/danger/find-danger-words.ts';
import type { RecordBody, RecordKind } from '#protocol/selfhelp/private-record.ts';

/**
 * Whether something the person wrote in a record has words of immediate danger. Only their own words count: the name of a
 * card (`hurting-myself`) is ours, and would open help at every later saving of that map. Not in a safety plan, where such
 * words belong. Pure.
 */
export function speaksOfDanger<Kind extends RecordKind>(kind: Kind, body: RecordBody<Kind>): boolean {
  return (ownWords[kind](body)).some(findDangerWords);
}

const ownWords: { readonly [Kind in RecordKind]: (body: RecordBody<Kind>) => readonly string[] } = {
  'check-in': ({ note }) => [note],
  map: ({ items }) => items.flatMap(({ card, words }) => (card === null ? [words] : [])),
  practice: ({ answers }) => wordsInAnswers(answers),
  plan: (plan) => {
    switch (plan.type) {
      case 'if-then':
        return [plan.when, plan.then];
      case 'people-places':
        return [...plan.avoid, ...plan.seek];
      case 'release-day':
        return [...Object.values(plan.notes), ...plan.own.map(({ words }) => words)];
    }
  },
  milestone: ({ reward }) => [reward],
  measure: () => [],
  profile: () => [],
  'safety-plan': () => [],
};

/**
 * Own words among the answers of a practice: they stand under a step's field (`moment.thought`); what was picked stands
 * under the step itself, or is several. A sorted card's bin is a name as well, and no name of ours speaks of danger.
 */
export function wordsInAnswers(answers: RecordBody<'practice'>['answers']): readonly string[] {
  return Object.entries(answers).flatMap(([key, answer]) => (typeof answer === 'string' && key.includes('.') ? [answer] : []));
}
