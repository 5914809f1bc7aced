import type { ComponentType } from 'react';

/** A drawing of lucide-react (`import { Mail } from 'lucide-react'`), or one of our own with the same props. */
export type IconType = ComponentType<{
  readonly className?: string;
  readonly 'aria-hidden'?: boolean;
  readonly focusable?: boolean;
}>;

type IconProps = {
  readonly of: IconType;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl' | undefined;
  /** True for arrows: they turn round in right-to-left languages. */
  readonly mirror?: boolean | undefined;
};

/** A drawing beside a word. Hidden from screen readers, because the word says it. Grows with the text. */
export function Icon({ of: Drawing, size = 'md', mirror = false }: IconProps) {
  return (
    <span className="ui-icon" data-size={size} data-mirror={mirror || undefined}>
      <Drawing aria-hidden focusable={false} />
    </span>
  );
}
