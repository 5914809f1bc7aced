import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type SideNavProps = {
  readonly label: string;
  readonly items: readonly {
    readonly key: string;
    readonly word: string;
    readonly href: string;
    readonly icon?: IconType | undefined;
    readonly current?: boolean | undefined;
    /** How many wait there; 0 is not shown. */
    readonly count?: number | undefined;
    /** What the number counts, for screen readers: "waiting". */
    readonly countLabel?: string | undefined;
  }[];
  /** Lets a router take the press instead of the browser. */
  readonly onNavigate?: ((event: MouseEvent, href: string) => void) | undefined;
  readonly footer?: ReactNode;
};

/** The places of a staff console, at the side. */
export function SideNav({ label, items, onNavigate, footer }: SideNavProps) {
  return (
    <nav className="ui-side-nav" aria-label={label}>
      <ul>
        {items.map(({ key, word, href, icon, current, count = 0, countLabel = '' }) => (
          <li key={key}>
            <a
              className="ui-side-link"
              href={href}
              aria-current={current ? 'page' : undefined}
              onClick={(event) => onNavigate?.(event, href)}
            >
              {icon && <Icon of={icon} />}
              <span className="ui-side-word">{word}</span>
              {count > 0 && (
                <span className="ui-side-count">
                  {count}
                  <VisuallyHidden> {countLabel}</VisuallyHidden>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {footer !== undefined && <div className="ui-side-footer">{footer}</div>}
    </nav>
  );
}
