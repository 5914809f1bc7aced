import type { ReactNode } from 'react';

type MessageBubbleProps = {
  readonly side: 'mine' | 'theirs';
  readonly who: string;
  readonly time?: string | undefined;
  /** A StatusChip, or a line on where the message is. */
  readonly status?: ReactNode;
  /** The direction of the text; `auto` looks at its first strong letter. */
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined;
  readonly children: ReactNode;
};

/** One letter in a conversation. Line breaks are kept as they were written. */
export function MessageBubble({ side, who, time, status, dir = 'auto', children }: MessageBubbleProps) {
  return (
    <article className="ui-bubble" data-side={side}>
      <header className="ui-bubble-head">
        <span className="ui-bubble-who">{who}</span>
        {time !== undefined && <span className="ui-bubble-time">{time}</span>}
      </header>
      <div className="ui-bubble-text" dir={dir}>
        {children}
      </div>
      {status !== undefined && <footer className="ui-bubble-status">{status}</footer>}
    </article>
  );
}
