import type { Policy } from '../staff/policy.ts';

/** Who may do what with calls for help. */
export const alertsPolicy = {
  'alerts.read': {
    roles: ['safer-custody', 'security'],
    why: 'Safer custody answers calls for help; security has somebody on duty at night.',
  },
  'alerts.read-overdue': {
    roles: ['moderator', 'governor'],
    why: 'When nobody has seen a call in time, more people are told who can send somebody to the cell.',
  },
  'alerts.acknowledge': {
    roles: ['safer-custody', 'security', 'moderator', 'governor'],
    why: 'Whoever is told of a call may say that they have it: a minute counts for more than a rota.',
  },
  'alerts.close': {
    roles: ['safer-custody', 'security'],
    why: 'A call is over when somebody whose work it is says how it ended.',
  },
  'alerts.policy': {
    roles: ['safer-custody', 'security', 'governor', 'administrator', 'auditor'],
    why: 'Whoever applies, answers for or checks the rules must be able to read them.',
  },
  'alerts.set-policy': {
    roles: ['governor'],
    why: 'Whether an answer given in private brings staff to the door is the governor’s decision.',
  },
} as const satisfies Policy;
