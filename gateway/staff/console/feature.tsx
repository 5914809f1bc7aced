import { UserCog } from 'lucide-react';
import { lazy } from 'react';
import type { ConsoleFeature, ConsoleScreenProps } from '../../console/console-feature.ts';
import type { PasswordFollower } from './password-follower.ts';
import { text as ar } from './text/ar.ts';
import { text as cy } from './text/cy.ts';
import { text as en } from './text/en.ts';

const StaffScreen = lazy(async () => ({ default: (await import('./staff-screen.tsx')).StaffScreen }));

/** Staff accounts: one's own password for everybody, all accounts and the prison's names for those who keep them. */
export function staffDesk(followers: readonly PasswordFollower[]): ConsoleFeature {
  return {
    key: 'staff',
    icon: UserCog,
    actions: ['session.use'],
    words: [{ namespace: 'staff', en, cy, ar }],
    screen: (props: ConsoleScreenProps) => <StaffScreen {...props} followers={followers} />,
  };
}
