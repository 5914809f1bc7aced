import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { Tone } from './tone.ts';

type TimelineProps = {
  readonly label: string;
  readonly items: readonly {
    readonly key: string;
    readonly title: string;
    readonly time?: string | undefined;
    readonly detail?: ReactNode;
    readonly tone: Tone;
    readonly state: 'done' | 'now' | 'next';
  }[];
};

/** What has happened to something, where it is now, and what comes next. */
export function Timeline({ label, items }: TimelineProps) {
  return (
    <ol className="ui-timeline" aria-label={label}>
      {items.map(({ key, title, time, detail, tone, state }) => (
        <li
          key={key}
          className="ui-timeline-item"
          data-tone={tone}
          data-state={state}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="ui-timeline-mark" aria-hidden>
            {state === 'done' && <Icon of={Check} size="sm" />}
          </span>
          <div className="ui-timeline-words">
            <span className="ui-timeline-title">{title}</span>
            {time !== undefined && <span className="ui-timeline-time">{time}</span>}
            {detail !== undefined && <div className="ui-timeline-detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
