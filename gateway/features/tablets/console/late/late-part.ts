import { lazy } from 'react';
import type { DeskPart } from '../../../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** Tablets whose work is older than so many days, for the desk of those who teach and of those who run the tablets. */
export const latePart: DeskPart = {
  key: 'late',
  action: 'tablets.late',
  words: [{ namespace: 'late', en, cy, ar }],
  view: lazy(async () => ({ default: (await import('./late-view.tsx')).LateView })),
};
