import type { ReactNode } from 'react';
import { Picture, type PictureName } from './picture.tsx';

type EmptyStateProps = {
  readonly picture: PictureName;
  readonly title: string;
  readonly level?: 2 | 3 | undefined;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing here yet: says why, and what can be done. */
export function EmptyState({ picture, title, level = 2, children, action }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="ui-empty">
      <Picture name={picture} />
      <Heading className="ui-empty-title">{title}</Heading>
      {children !== undefined && <div className="ui-empty-text">{children}</div>}
      {action}
    </div>
  );
}
