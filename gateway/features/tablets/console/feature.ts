import { Tablet } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The tablets desk: add, hand out codes, assign people, revoke. */
export const tabletsDesk: ConsoleFeature = {
  key: 'tablets',
  icon: Tablet,
  actions: ['tablets.read'],
  words: [{ namespace: 'tablets', en, cy, ar }],
  screen: lazy(async () => ({ default: (await import('./tablets-screen.tsx')).TabletsScreen })),
};
