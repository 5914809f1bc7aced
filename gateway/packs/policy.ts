import type { Policy } from '../staff/policy.ts';

/** Who may do what with packs. */
export const packsPolicy = {
  'packs.read': {
    roles: ['education', 'tutor', 'governor', 'security'],
    why: 'Those who teach with them, answer for them, or must know what came in.',
  },
  'packs.receive': {
    roles: ['education'],
    why: 'What people learn is chosen by those who teach; the signatures say who checked it.',
  },
  'packs.publish': { roles: ['education'], why: 'Whom a course is for is a teacher’s decision.' },
  'packs.keys': {
    roles: ['administrator', 'education', 'security', 'auditor'],
    why: 'Whose signature counts must be open to those who rely on it and those who check.',
  },
  'packs.trust': {
    roles: ['administrator'],
    why: 'Whoever adds a key must not be the one who uploads: two people for every pack.',
  },
} as const satisfies Policy;
