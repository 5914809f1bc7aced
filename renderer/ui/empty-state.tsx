import type { ReactNode } from 'react';
import { Picture, type PictureName } from './picture.tsx';

type EmptyStateProps = {
  readonly picture: PictureName;
  readonly title: string;
  /** 1 where it is all that the screen says. */
  readonly level?: 1 | 2 | 3 | undefined;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing here yet: says why, and what can be done. */
export function EmptyState({ picture, title, level = 2, children, action }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="ui-empty">
      <Picture name={picture} />
      <Heading className="ui-empty-title">{title}</Heading>
      {children !== undefined && <div className="ui-empty-text">{children}</div>}
      {action}
    </div>
  );
}
