import { ScrollText } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The record of acts: who did what, and whether anybody has touched the record. */
export const auditDesk: ConsoleFeature = {
  key: 'audit',
  icon: ScrollText,
  actions: ['audit.read'],
  words: [{ namespace: 'audit', en, cy, ar }],
  screen: lazy(async () => ({ default: (await import('./audit-screen.tsx')).AuditScreen })),
};
