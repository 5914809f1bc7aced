import { BookOpen } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../console/console-feature.ts';
import { text as draftsAr } from './drafts/text/ar.ts';
import { text as draftsCy } from './drafts/text/cy.ts';
import { text as draftsEn } from './drafts/text/en.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The courses desk: receive packs, say whom they are for, and whose signatures count. */
export const packsDesk: ConsoleFeature = {
  key: 'packs',
  icon: BookOpen,
  actions: ['packs.read', 'packs.review', 'packs.keys', 'packs.revocations'],
  words: [
    { namespace: 'packs', en, cy, ar },
    { namespace: 'drafts', en: draftsEn, cy: draftsCy, ar: draftsAr },
  ],
  screen: lazy(async () => ({ default: (await import('./packs-screen.tsx')).PacksScreen })),
};
