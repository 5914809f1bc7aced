import { GraduationCap } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The learners desk: how far everybody is in every course. */
export const learnersDesk: ConsoleFeature = {
  key: 'learners',
  icon: GraduationCap,
  actions: ['learners.read'],
  count: 'work.waiting',
  words: [{ namespace: 'learners', en, cy, ar }],
  screen: lazy(async () => ({ default: (await import('./learners-screen.tsx')).LearnersScreen })),
};
