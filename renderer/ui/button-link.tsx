import type { ComponentProps } from 'react';
import { ButtonFace, type ButtonLook } from './button-face.tsx';

type ButtonLinkProps = Omit<ComponentProps<'a'>, 'className' | 'style' | 'href'> &
  ButtonLook & { readonly href: string };

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({
  kind = 'secondary',
  size = 'normal',
  icon,
  iconEnd,
  block,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className="ui-button" data-kind={kind} data-size={size} data-block={block || undefined}>
      <ButtonFace icon={icon} iconEnd={iconEnd}>
        {children}
      </ButtonFace>
    </a>
  );
}
