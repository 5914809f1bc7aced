import type { ReactNode } from 'react';
import { SkipLink } from './skip-link.tsx';

type FrameProps = {
  /** A TopBar. */
  readonly top?: ReactNode;
  /** A SideNav; consoles only. */
  readonly side?: ReactNode;
  readonly skipWord: string;
  readonly children: ReactNode;
};

/** The whole window: skip link, top bar, navigation at the side where there is one, and the page. */
export function Frame({ top, side, skipWord, children }: FrameProps) {
  return (
    <div className="ui-frame" data-side={side !== undefined || undefined}>
      <SkipLink target="main" word={skipWord} />
      {top}
      <div className="ui-frame-body">
        {side}
        {children}
      </div>
    </div>
  );
}
