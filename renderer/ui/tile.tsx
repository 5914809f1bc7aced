import type { MouseEvent, ReactNode } from 'react';
import { Badge } from './badge.tsx';
import { Icon, type IconType } from './icon.tsx';
import { Pressable } from './pressable.tsx';

type TileProps = {
  readonly icon: IconType;
  readonly word: string;
  /** A short line under the word: "1 letter on its way". */
  readonly status?: ReactNode;
  readonly hue?: 'teal' | 'amber' | 'blue' | 'plum' | 'rose' | undefined;
  readonly href?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  /** In words: "2 new". */
  readonly badge?: string | undefined;
};

/** A big place to go on the home screen. */
export function Tile({ icon, word, status, hue = 'teal', href, onClick, badge }: TileProps) {
  return (
    <li className="ui-tile-place" data-hue={hue}>
      <Pressable className="ui-tile" href={href} onClick={onClick}>
        <span className="ui-tile-top">
          <span className="ui-tile-icon">
            <Icon of={icon} size="xl" />
          </span>
          {badge !== undefined && <Badge tone="attention">{badge}</Badge>}
        </span>
        <span className="ui-tile-word">{word}</span>
        {status !== undefined && <span className="ui-tile-status">{status}</span>}
      </Pressable>
    </li>
  );
}
