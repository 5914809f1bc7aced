import type { ReactNode } from 'react';

/** The tiles of the home screen, as a list. */
export function TileGrid({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className="ui-tiles" aria-label={label}>
      {children}
    </ul>
  );
}
