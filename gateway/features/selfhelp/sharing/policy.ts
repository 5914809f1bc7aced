import { shareRoles } from '#protocol/selfhelp/sharing.ts';
import type { Policy } from '../../../staff/policy.ts';

/** Who may read what people share, and answer it. The routes then give each role only what was shared with that very role. */
export const sharingPolicy = {
  'sharing.read': {
    roles: shareRoles,
    why: 'The roles a person can choose on the tablet. Nobody else has a key for it, whatever they may do elsewhere.',
  },
  'sharing.answer': { roles: shareRoles, why: 'Whoever was trusted with a page may answer it and offer a time to meet.' },
  'sharing.let-in': {
    roles: shareRoles,
    why: 'Only somebody who can read already can let a colleague read: no administrator can let in anybody, themselves least.',
  },
} as const satisfies Policy;
