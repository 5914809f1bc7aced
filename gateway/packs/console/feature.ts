import { BookOpen } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The courses desk: receive packs, say whom they are for, and whose signatures count. */
export const packsDesk: ConsoleFeature = {
  key: 'packs',
  icon: BookOpen,
  actions: ['packs.read', 'packs.keys'],
  words: [{ namespace: 'packs', en, cy, ar }],
  screen: lazy(async () => ({ default: (await import('./packs-screen.tsx')).PacksScreen })),
};
