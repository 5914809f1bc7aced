import { ArrowRightLeft, CircleAlert, CircleCheck, CircleDot, Clock, OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';
import type { Tone } from './tone.ts';

type StatusChipProps = {
  readonly tone: Tone;
  readonly icon?: IconType | undefined;
  readonly children: ReactNode;
};

/** The drawing of each tone, so that the tones differ for those who do not see colours. */
const TONE_ICONS: Readonly<Record<Tone, IconType>> = {
  neutral: CircleDot,
  waiting: Clock,
  moving: ArrowRightLeft,
  good: CircleCheck,
  attention: CircleAlert,
  stopped: OctagonX,
};

/** Where something stands, in a word or two. */
export function StatusChip({ tone, icon, children }: StatusChipProps) {
  return (
    <span className="ui-chip" data-tone={tone}>
      <Icon of={icon ?? TONE_ICONS[tone]} size="sm" />
      <span>{children}</span>
    </span>
  );
}
