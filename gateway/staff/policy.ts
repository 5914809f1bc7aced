import { staffRoles, type StaffRole } from './staff-api.ts';

/** Who may do one thing, and why these and no others. */
export type PolicyRow = { readonly roles: readonly StaffRole[]; readonly why: string };

/** Action → who may. An action that stands in no policy is allowed to nobody. */
export type Policy = Readonly<Record<string, PolicyRow>>;

/** Everybody with an account: for what concerns only oneself or carries nothing about a prisoner. */
const EVERY_ROLE = staffRoles;

/** What staff may do with accounts and the establishment. */
export const staffPolicy = {
  'session.use': { roles: EVERY_ROLE, why: 'Everybody may see who they are, change their password and sign out.' },
  'overview.read': { roles: EVERY_ROLE, why: 'The home page shows counts only, each under its own action.' },
  'establishment.read': { roles: EVERY_ROLE, why: 'The names of the prison and its wings stand over every door.' },
  'establishment.change': { roles: ['administrator'], why: 'Names that everybody relies on have one keeper.' },
  'staff.read': {
    roles: ['administrator', 'governor', 'auditor'],
    why: 'Who has which power must be open to those who answer for it or check it.',
  },
  'staff.manage': {
    roles: ['administrator'],
    why: 'Accounts are given by one role, which itself sees no message and no learner.',
  },
} as const satisfies Policy;

/**
 * The judgement on one request: deny by default. Takes every policy of the gateway merged, the caller's role and
 * the action the route declares. Pure, so that the whole matrix can be tested.
 */
export function can(policy: Policy, role: StaffRole, action: string): boolean {
  return Object.hasOwn(policy, action) && policy[action]?.roles.includes(role) === true;
}

/** Every action a role has, sorted; the console shows no others. */
export function actionsOf(policy: Policy, role: StaffRole): readonly string[] {
  return Object.keys(policy)
    .filter((action) => can(policy, role, action))
    .sort();
}

/** Puts the features' policies together; throws when two claim the same action, because one reason would be lost. */
export function mergePolicies(policies: readonly Policy[]): Policy {
  const merged: Record<string, PolicyRow> = {};
  for (const [action, row] of policies.flatMap((policy) => Object.entries(policy))) {
    if (Object.hasOwn(merged, action)) throw new Error(`Two policies have the action ${action}`);
    merged[action] = row;
  }
  return merged;
}
