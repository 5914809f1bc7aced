import { ClipboardList, Share2, Wrench } from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import type { IconType } from '../../ui/icon.tsx';
import type { SelfhelpRoute, SelfhelpScreenProps } from './selfhelp-route.ts';

/** A part of self-help with a folder of its own. */
type SelfhelpPart = {
  readonly icon: IconType;
  readonly hue: 'teal' | 'amber' | 'blue' | 'plum' | 'rose';
  /** All screens of the part, lazy; undefined while it has none, and then the home screen has no door to it. */
  readonly Screen: ComponentType<SelfhelpScreenProps> | undefined;
};

export type PartName = Extract<SelfhelpRoute['screen'], 'toolbox' | 'measures' | 'sharing'>;

/** The parts, in the order of their tiles. Words: `home.<name>` and `home.<name>Hint` in `renderer/text`. */
export const selfhelpParts: Readonly<Record<PartName, SelfhelpPart>> = {
  toolbox: { icon: Wrench, hue: 'amber', Screen: lazy(async () => ({ default: (await import('./toolbox/screens/toolbox-screen.tsx')).ToolboxScreen })) },
  measures: { icon: ClipboardList, hue: 'blue', Screen: lazy(async () => ({ default: (await import('./measures/measures-screen.tsx')).MeasuresScreen })) },
  sharing: { icon: Share2, hue: 'rose', Screen: lazy(async () => ({ default: (await import('./sharing/sharing-screen.tsx')).SharingScreen })) },
};
