import type { Inline, Line } from '#protocol/packs/inline-text.ts';
import type { Gap, GapLine } from '#protocol/packs/quiz.ts';
import { compileLine, compileParagraphs, type TextPlace } from './compile-inline.ts';
import { compileChoices, toNumber } from './compile-question-parts.ts';
import type { QuestionYaml } from './quiz-source-schema.ts';

type GapFillYaml = Extract<QuestionYaml, { kind: 'gap-fill' }>;

/**
 * Turns the text of a gap fill and its gaps into the player's form. `[name]` is a gap exactly when a gap has that name,
 * so that other square brackets stay words. A gap that the text does not name once is a problem.
 */
export function compileGapText(
  source: GapFillYaml,
  place: TextPlace,
): { readonly text: readonly GapLine[]; readonly gaps: readonly object[] } {
  const ids = new Set(Object.keys(source.gaps));
  const text = compileParagraphs(source.text, place).map((line) => line.flatMap((run) => splitAtGaps(run, ids)));
  const named = text.flatMap((line) => line.flatMap((run) => (run.kind === 'gap' ? [run.gapId] : [])));
  for (const id of ids) {
    const times = named.filter((one) => one === id).length;
    if (times !== 1)
      place.problems.block(
        'question-wrong',
        place.file,
        place.line,
        `Question “${source.id}”: the gap [${id}] must stand in the text once; it stands there ${String(times)} times.`,
      );
  }
  const gaps = Object.entries(source.gaps).map(([id, gap]) => compileGap(id, gap, source.id, place));
  return { text, gaps };
}

function compileGap(id: string, gap: GapFillYaml['gaps'][string], questionId: string, place: TextPlace): object {
  const line = (text: string): Line => compileLine(text, place);
  if ('accepted' in gap) return { kind: 'typed' satisfies Gap['kind'], id, accepted: gap.accepted };
  if ('options' in gap) return { kind: 'chosen' satisfies Gap['kind'], id, options: compileChoices(gap.options, line) };
  const answer = toNumber(gap.number, questionId, place);
  return { kind: 'number' satisfies Gap['kind'], id, answer, tolerance: gap.tolerance };
}

function splitAtGaps(run: Inline, ids: ReadonlySet<string>): GapLine {
  if (run.kind !== 'text') return [run];
  // Every second part is what stood in the brackets.
  return run.text.split(/\[([a-z0-9-]+)\]/).flatMap((part, at): GapLine => {
    if (at % 2 === 0) return part === '' ? [] : [{ ...run, text: part }];
    return ids.has(part) ? [{ kind: 'gap', gapId: part }] : [{ ...run, text: `[${part}]` }];
  });
}
