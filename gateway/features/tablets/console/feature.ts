import { Tablet } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../../console/console-feature.ts';

/** The tablets desk: add, hand out codes, assign people, revoke. */
export const tabletsDesk: ConsoleFeature = {
  key: 'tablets',
  icon: Tablet,
  actions: ['tablets.read'],
  screen: lazy(async () => ({ default: (await import('./tablets-screen.tsx')).TabletsScreen })),
};
