import type { ReactNode } from 'react';

/** Running text: a column of a width that is easy to read. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className="ui-prose">{children}</div>;
}
