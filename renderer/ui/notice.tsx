import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';

type NoticeTone = 'info' | 'good' | 'attention' | 'danger';

type NoticeProps = {
  readonly tone?: NoticeTone | undefined;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Whether a screen reader speaks it by itself. `assertive` interrupts: only for what cannot wait. */
  readonly live?: 'off' | 'polite' | 'assertive' | undefined;
};

const ICONS: Readonly<Record<NoticeTone, IconType>> = {
  info: Info,
  good: CircleCheck,
  attention: TriangleAlert,
  danger: CircleAlert,
};

const ROLES = { off: undefined, polite: 'status', assertive: 'alert' } as const;

/** A few sentences the person should see now. */
export function Notice({ tone = 'info', title, children, actions, live = 'off' }: NoticeProps) {
  return (
    <div className="ui-notice" data-tone={tone} role={ROLES[live]}>
      <Icon of={ICONS[tone]} size="lg" />
      <div className="ui-notice-body">
        {title !== undefined && <p className="ui-notice-title">{title}</p>}
        {children !== undefined && <div className="ui-notice-text">{children}</div>}
        {actions !== undefined && <div className="ui-notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
