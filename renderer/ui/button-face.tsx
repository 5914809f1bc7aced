import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';

/** What a button and a link that looks like one have in common. */
export type ButtonLook = {
  /** One `primary` on a screen; `danger` for what cannot be undone. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'normal' | 'large' | 'small' | undefined;
  readonly icon?: IconType | undefined;
  /** An arrow that points onward; it turns round in right-to-left languages. */
  readonly iconEnd?: IconType | undefined;
  /** As wide as its container. */
  readonly block?: boolean | undefined;
};

type ButtonFaceProps = {
  readonly icon: IconType | undefined;
  readonly iconEnd: IconType | undefined;
  readonly busy?: boolean;
  readonly children: ReactNode;
};

/** Drawings that point along the reading direction: they turn round in right-to-left languages wherever they stand. */
const ARROWS: ReadonlySet<IconType> = new Set<IconType>([ArrowLeft, ArrowRight]);

/** The inside of a button: drawing, word, drawing. */
export function ButtonFace({ icon, iconEnd, busy = false, children }: ButtonFaceProps) {
  return (
    <>
      {busy ? <span className="ui-spinner-ring" data-size="sm" aria-hidden /> : icon && <Icon of={icon} mirror={ARROWS.has(icon)} />}
      <span className="ui-button-word">{children}</span>
      {iconEnd && <Icon of={iconEnd} mirror />}
    </>
  );
}
