import type { MouseEvent, ReactNode } from 'react';

type PressableProps = {
  readonly className: string;
  readonly href?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly current?: boolean | undefined;
  readonly children: ReactNode;
};

/** A link where there is somewhere to go, a button where there is something to do, and plain where there is neither. */
export function Pressable({ className, href, onClick, current, children }: PressableProps) {
  if (href !== undefined) {
    return (
      <a className={className} href={href} onClick={onClick} aria-current={current ? 'true' : undefined}>
        {children}
      </a>
    );
  }
  if (onClick === undefined) return <div className={className}>{children}</div>;
  return (
    <button type="button" className={className} onClick={onClick} aria-current={current ? 'true' : undefined}>
      {children}
    </button>
  );
}
