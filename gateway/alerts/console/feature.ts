import { BellRing } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** The safer custody desk: calls for help, with a clock that runs until somebody has seen them. */
export const alertsDesk: ConsoleFeature = {
  key: 'alerts',
  icon: BellRing,
  actions: ['alerts.read', 'alerts.read-overdue', 'alerts.policy'],
  count: 'alerts.open',
  words: [{ namespace: 'alerts', en, cy, ar }],
  screen: lazy(async () => ({ default: (await import('./alerts-screen.tsx')).AlertsScreen })),
};
