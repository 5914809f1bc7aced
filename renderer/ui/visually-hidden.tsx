import type { ReactNode } from 'react';

type VisuallyHiddenProps = {
  readonly children: ReactNode;
  /** `status` has a screen reader speak the words when they change. */
  readonly role?: 'status' | 'alert' | undefined;
};

/** Words for screen readers only. */
export function VisuallyHidden({ children, role }: VisuallyHiddenProps) {
  return (
    <span className="ui-hidden" role={role}>
      {children}
    </span>
  );
}
