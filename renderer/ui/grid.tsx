import type { HTMLAttributes } from 'react';
import type { Gap } from './stack.tsx';

type GridProps = Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'style'> & {
  /** The least width of a column: 11, 16 or 22 times the text's size. */
  readonly min?: 'sm' | 'md' | 'lg' | undefined;
  readonly gap?: Gap | undefined;
};

/** Equal columns, as many as fit. */
export function Grid({ min = 'md', gap = 'md', ...rest }: GridProps) {
  return <div {...rest} className="ui-grid" data-min={min} data-gap={gap} />;
}
