import type { ComponentProps, MouseEvent } from 'react';
import { ButtonFace, type ButtonLook } from './button-face.tsx';

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style'> &
  ButtonLook & {
    /** While true the button keeps its focus and place, shows `busyWord`, and ignores presses. */
    readonly busy?: boolean | undefined;
    /** Says what is happening: "Signing in…". */
    readonly busyWord?: string | undefined;
  };

/** A native button. Its type is `button` unless said otherwise, so that it never sends a form by accident. */
export function Button({
  kind = 'secondary',
  size = 'normal',
  icon,
  iconEnd,
  block,
  busy = false,
  busyWord,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      {...rest}
      type={type}
      className="ui-button"
      data-kind={kind}
      data-size={size}
      data-block={block || undefined}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={press}
    >
      <ButtonFace icon={icon} iconEnd={iconEnd} busy={busy}>
        {busy && busyWord !== undefined ? busyWord : children}
      </ButtonFace>
    </button>
  );
}
