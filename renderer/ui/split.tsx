import type { ReactNode } from 'react';

/** The main thing, and something beside it that goes below when there is no room. */
export function Split({ side, children }: { readonly side: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="ui-split-room">
      <div className="ui-split">
        <div className="ui-split-main">{children}</div>
        <div className="ui-split-side">{side}</div>
      </div>
    </div>
  );
}
