import type { ReactNode } from 'react';

type TopBarProps = {
  /** Names the region for screen readers. */
  readonly label: string;
  readonly start?: ReactNode;
  readonly middle?: ReactNode;
  readonly end?: ReactNode;
};

/** The bar across the top: whose it is, how things stand, what is always at hand. */
export function TopBar({ label, start, middle, end }: TopBarProps) {
  return (
    <header className="ui-top-bar" aria-label={label}>
      <div className="ui-top-bar-start">{start}</div>
      {middle !== undefined && <div className="ui-top-bar-middle">{middle}</div>}
      <div className="ui-top-bar-end">{end}</div>
    </header>
  );
}
