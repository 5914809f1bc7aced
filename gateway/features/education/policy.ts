import type { Policy } from '../../staff/policy.ts';

/** Who may see how people get on. */
export const educationPolicy = {
  'learners.read': {
    roles: ['education', 'tutor', 'governor'],
    why: 'Those who teach, and the governor who answers for teaching. Marks are no business of security or of moderators.',
  },
} as const satisfies Policy;
