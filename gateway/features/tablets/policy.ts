import type { Policy } from '../../staff/policy.ts';

/** Who may do what with tablets. */
export const tabletsPolicy = {
  'tablets.read': {
    roles: ['administrator', 'security', 'governor'],
    why: 'Who runs them, who must find a missing one, who answers for both.',
  },
  'tablets.late': {
    roles: ['education', 'tutor', 'administrator', 'governor'],
    why: 'Those who teach must know whose work has not arrived, and those who run the tablets must fetch them.',
  },
  'tablets.enrol': {
    roles: ['administrator'],
    why: 'A code lets a device into the prison’s network: one role hands it out.',
  },
  'tablets.change': { roles: ['administrator'], why: 'Names and places of devices are kept by those who carry them.' },
  'tablets.assign': {
    roles: ['administrator'],
    why: 'Who may use a tablet decides who can speak through it; it follows the cell list.',
  },
  'tablets.revoke': {
    roles: ['administrator', 'security'],
    why: 'A lost tablet must be shut out at any hour, by whoever of the two is on duty.',
  },
} as const satisfies Policy;
