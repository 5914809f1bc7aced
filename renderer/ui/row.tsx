import type { HTMLAttributes } from 'react';
import type { Gap } from './stack.tsx';

type RowProps = Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'style'> & {
  readonly gap?: Gap | undefined;
  readonly align?: 'start' | 'center' | 'end' | 'baseline' | 'stretch' | undefined;
  readonly justify?: 'start' | 'center' | 'end' | 'between' | undefined;
  readonly wrap?: boolean | undefined;
};

/** Things beside each other; they go under each other when the text is large. */
export function Row({ gap = 'sm', align = 'center', justify = 'start', wrap = true, ...rest }: RowProps) {
  return (
    <div
      {...rest}
      className="ui-row"
      data-gap={gap}
      data-align={align}
      data-justify={justify}
      data-wrap={wrap || undefined}
    />
  );
}
