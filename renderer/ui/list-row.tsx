import { ChevronRight } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';
import { Pressable } from './pressable.tsx';

type ListRowProps = {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Small, at the end: a time. */
  readonly meta?: ReactNode;
  /** In front: an Avatar or a ProgressRing. */
  readonly lead?: ReactNode;
  readonly icon?: IconType | undefined;
  readonly chip?: ReactNode;
  /** Buttons of the row, beside what is pressed. */
  readonly actions?: ReactNode;
  readonly href?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly current?: boolean | undefined;
  readonly unread?: boolean | undefined;
  /** Shown with `unread`: "New". */
  readonly unreadWord?: string | undefined;
};

/** One line of a List. */
export function ListRow(props: ListRowProps) {
  const { title, detail, meta, lead, icon, chip, actions, href, onClick, current, unread = false, unreadWord } = props;
  return (
    <li className="ui-list-item" data-unread={unread || undefined}>
      <Pressable className="ui-list-row" href={href} onClick={onClick} current={current}>
        {lead}
        {icon && (
          <span className="ui-list-icon">
            <Icon of={icon} size="lg" />
          </span>
        )}
        <span className="ui-list-words">
          <span className="ui-list-title">{title}</span>
          {detail !== undefined && <span className="ui-list-detail">{detail}</span>}
        </span>
        <span className="ui-list-end">
          {unread && unreadWord !== undefined && <span className="ui-list-unread">{unreadWord}</span>}
          {chip}
          {meta !== undefined && <span className="ui-list-meta">{meta}</span>}
        </span>
        {(href !== undefined || onClick !== undefined) && <Icon of={ChevronRight} mirror />}
      </Pressable>
      {actions !== undefined && <div className="ui-list-actions">{actions}</div>}
    </li>
  );
}
