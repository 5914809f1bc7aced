import { UserCog } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature } from '../../console/console-feature.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

/** Staff accounts: one's own password for everybody, all accounts and the prison's names for those who keep them. */
export const staffDesk: ConsoleFeature = {
  key: 'staff',
  icon: UserCog,
  actions: ['session.use'],
  words: [{ namespace: 'staff', en, cy, ar }],
  screen: lazy(async () => ({ default: (await import('./staff-screen.tsx')).StaffScreen })),
};
