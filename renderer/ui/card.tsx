import type { ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';

type CardProps = {
  readonly title?: string | undefined;
  readonly level?: 2 | 3 | undefined;
  readonly icon?: IconType | undefined;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** `tint` has the accent's shade, `warm` the second colour's: at most one of each on a screen. */
  readonly tone?: 'plain' | 'tint' | 'warm' | 'outline' | undefined;
  readonly children?: ReactNode;
};

/** A sheet of paper for things that belong together. */
export function Card({ title, level = 2, icon, hint, actions, tone = 'plain', children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="ui-card" data-tone={tone}>
      {title !== undefined && (
        <div className="ui-card-head">
          {icon && <Icon of={icon} size="lg" />}
          {/* A title in another script keeps its question mark on its own side. */}
          <Heading className="ui-card-title"><bdi>{title}</bdi></Heading>
        </div>
      )}
      {hint !== undefined && <p className="ui-hint">{hint}</p>}
      {children}
      {actions !== undefined && <div className="ui-card-actions">{actions}</div>}
    </div>
  );
}
