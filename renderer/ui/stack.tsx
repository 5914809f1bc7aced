import type { HTMLAttributes } from 'react';

/** How far things stand apart; see the space tokens. */
export type Gap = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

type StackProps = Omit<HTMLAttributes<HTMLElement>, 'className' | 'style'> & {
  readonly gap?: Gap | undefined;
  readonly as?: 'div' | 'section' | 'form' | 'ul' | 'ol' | undefined;
};

/** Things under each other. */
export function Stack({ gap = 'md', as: Element = 'div', ...rest }: StackProps) {
  return <Element {...rest} className="ui-stack" data-gap={gap} />;
}
