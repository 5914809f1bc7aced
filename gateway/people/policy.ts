import type { Policy } from '../staff/policy.ts';

/** Who may see and change the list of people. */
export const peoplePolicy = {
  'people.read': {
    roles: ['administrator', 'moderator', 'education', 'tutor', 'security', 'governor'],
    why: 'Each of them works with people by name. The auditor checks acts by id and needs no list of prisoners.',
  },
  'people.change': {
    roles: ['administrator'],
    why: "Names and places come from the prison's own record; one role copies them.",
  },
} as const satisfies Policy;
