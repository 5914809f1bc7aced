import { Mail } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../../console/console-feature.ts';
import { text as appealsAr } from './appeals/text/ar.ts';
import { text as appealsCy } from './appeals/text/cy.ts';
import { text as appealsEn } from './appeals/text/en.ts';
import { text as screeningAr } from './screening/text/ar.ts';
import { text as screeningCy } from './screening/text/cy.ts';
import { text as screeningEn } from './screening/text/en.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The moderation desk: what is held, one message at a time. */
export const moderationDesk: ConsoleFeature = {
  key: 'messages',
  icon: Mail,
  actions: ['messages.queue', 'messages.view', 'messages.policy'],
  count: 'messages.held',
  words: [
    { namespace: 'moderation', en, cy, ar },
    { namespace: 'appeals', en: appealsEn, cy: appealsCy, ar: appealsAr },
    { namespace: 'screening', en: screeningEn, cy: screeningCy, ar: screeningAr },
  ],
  screen: lazy(async () => ({ default: (await import('./moderation-screen.tsx')).ModerationScreen })),
};
