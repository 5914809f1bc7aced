import type { Tone } from './tone.ts';

type FigureTileProps = {
  readonly value: string;
  readonly word: string;
  readonly hint?: string | undefined;
  readonly tone?: Tone | undefined;
};

/** One number and what it counts. */
export function FigureTile({ value, word, hint, tone = 'neutral' }: FigureTileProps) {
  return (
    <div className="ui-figure-tile" data-tone={tone}>
      <span className="ui-figure-value">{value}</span>
      <span className="ui-figure-word">{word}</span>
      {hint !== undefined && <span className="ui-hint">{hint}</span>}
    </div>
  );
}
