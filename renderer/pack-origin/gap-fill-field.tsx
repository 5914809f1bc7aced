import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { plainText } from '#protocol/packs/inline-text.ts';
import { isGapRight } from '#protocol/packs/mark-answer.ts';
import type { Answer, Gap, GapLine, Question } from '#protocol/packs/quiz.ts';
import { Icon } from '../ui/icon.tsx';
import { InlineView } from './inline-view.tsx';
import { mixByHash } from './mix-order.ts';
import { useWords } from './player-words.ts';

type GapFill = Extract<Question, { kind: 'gap-fill' }>;
type GapFillFieldProps = {
  readonly question: GapFill;
  readonly seed: string;
  readonly gaps: Readonly<Record<string, string>>;
  readonly marked: boolean;
  readonly onAnswer: (answer: Answer) => void;
};

/** A text with places to write or choose in it. Each place says which of how many it is, since it has no label of its own. */
export function GapFillField({ question, seed, gaps, marked, onAnswer }: GapFillFieldProps) {
  const words = useWords();
  const order = question.text.flatMap((line) => line.flatMap((run) => (run.kind === 'gap' ? [run.gapId] : [])));
  function fill(gapId: string, text: string) {
    onAnswer({ kind: 'gap-fill', gaps: { ...gaps, [gapId]: text } });
  }
  function placeOf(gapId: string): ReactNode {
    const gap = question.gaps.find(({ id }) => id === gapId);
    if (gap === undefined) return null;
    const name = words('gap', { number: order.indexOf(gapId) + 1, total: order.length });
    const right = isGapRight(gap, { kind: 'gap-fill', gaps });
    return (
      <span className="player-gap">
        <GapControl gap={gap} seed={seed} name={name} value={gaps[gapId] ?? ''} onFill={(text) => { fill(gapId, text); }} />
        {marked ? <span className="player-gap-mark"><Icon of={right ? Check : X} /> {words(right ? 'gapRight' : 'gapWrong')}</span> : null}
      </span>
    );
  }
  return (
    <div className="player-gap-text">
      {question.text.map((line, index) => <p key={index}><GapLineView line={line} placeOf={placeOf} /></p>)}
    </div>
  );
}

function GapLineView({ line, placeOf }: { readonly line: GapLine; readonly placeOf: (gapId: string) => ReactNode }) {
  return line.map((run) => (run.kind === 'gap' ? <span key={run.gapId}>{placeOf(run.gapId)}</span> : <InlineView key={JSON.stringify(run)} line={[run]} />));
}

type GapControlProps = { readonly gap: Gap; readonly seed: string; readonly name: string; readonly value: string; readonly onFill: (text: string) => void };

function GapControl({ gap, seed, name, value, onFill }: GapControlProps) {
  const words = useWords();
  if (gap.kind !== 'chosen') {
    return <input className="ui-input" aria-label={name} value={value} maxLength={200} dir={gap.kind === 'number' ? 'ltr' : 'auto'} autoComplete="off" autoCorrect="off" autoCapitalize="off" spellCheck={false} onChange={(event) => { onFill(event.currentTarget.value); }} />;
  }
  return (
    <select className="ui-input" aria-label={name} value={value} onChange={(event) => { onFill(event.currentTarget.value); }}>
      <option value="" disabled>{words('pick')}</option>
      {mixByHash(gap.options, seed).map((option) => <option key={option.id} value={option.id}>{plainText(option.text)}</option>)}
    </select>
  );
}
