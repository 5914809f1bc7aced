import type { ReactNode } from 'react';

/** A list of ListRows on one sheet. */
export function List({ label, children }: { readonly label?: string | undefined; readonly children: ReactNode }) {
  return (
    <ul className="ui-list" aria-label={label}>
      {children}
    </ul>
  );
}
