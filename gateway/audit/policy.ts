import type { Policy } from '../staff/policy.ts';

/** Who may read the audit. Nobody may change it. */
export const auditPolicy = {
  'audit.read': {
    roles: ['auditor', 'governor', 'security'],
    why: 'Those who check, those who answer for it, and those who follow up. Not administrators: they would read about themselves.',
  },
} as const satisfies Policy;
