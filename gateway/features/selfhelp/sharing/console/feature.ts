import { Share2 } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The desk of those a person can share with: what was shared with their role, and a place to answer. */
export const sharingDesk: ConsoleFeature = {
  key: 'sharing',
  icon: Share2,
  actions: ['sharing.read'],
  words: [{ namespace: 'sharing', en, cy, ar }],
  screen: lazy(async () => ({ default: (await import('./sharing-screen.tsx')).SharingScreen })),
};
