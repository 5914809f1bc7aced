import type { EscalationDesk } from '#protocol/messaging/reasons.ts';
import type { Policy } from '../../staff/policy.ts';
import type { StaffRole } from '../../staff/staff-api.ts';

/** Who may do what with messages and contacts. */
export const messagingPolicy = {
  'messages.queue': {
    roles: ['moderator', 'security'],
    why: 'Those who work through the queue see who waits; not yet the words.',
  },
  'messages.decide': {
    roles: ['moderator', 'security'],
    why: 'A named person whose work it is, and the desks that security keeps.',
  },
  'messages.view': {
    roles: ['moderator', 'security', 'governor'],
    why: 'The words of a message: those who decide, and the governor who answers for the decision. Each view is audited.',
  },
  'messages.alerts': {
    roles: ['moderator', 'security', 'governor'],
    why: 'Words of self-harm must reach someone who can walk to the cell, whoever of these is on duty.',
  },
  'messages.policy': {
    roles: ['moderator', 'security', 'governor', 'administrator', 'auditor'],
    why: 'Whoever applies, answers for or checks the rules must be able to read them.',
  },
  'messages.set-policy': { roles: ['governor'], why: 'Prison Rule 35A: what is read is the governor’s decision.' },
  'appeals.read': {
    roles: ['moderator', 'security', 'governor'],
    why: 'Those who may answer see what is due, and by when; not yet the words.',
  },
  'appeals.decide': {
    roles: ['moderator', 'security', 'governor'],
    why: 'A second pair of eyes: a colleague, or the governor who answers for the stop. Never who stopped it.',
  },
  'contacts.read': {
    roles: ['administrator', 'moderator', 'security', 'governor'],
    why: 'Who may write to whom is needed to decide and to invite. Teaching staff have no need of it.',
  },
  'contacts.change': {
    roles: ['administrator', 'security'],
    why: 'Approval follows the prison’s own checks; restrictions come from security and public protection.',
  },
  'contacts.invite': { roles: ['administrator'], why: 'The code opens an account outside: one role hands it out.' },
} as const satisfies Policy;

/** Who sits at which desk, until desks have people of their own. */
export const deskRoles: Readonly<Record<EscalationDesk, readonly StaffRole[]>> = {
  // Intelligence is theirs.
  security: ['security'],
  // No role of its own yet; the contacts' restrictions are kept by security.
  'public-protection': ['security'],
  // No role of its own yet.
  'safer-custody': ['security'],
  // Any moderator may read the language.
  translator: ['moderator', 'security'],
};

/** The desks a role sits at. */
export function desksOf(role: StaffRole): readonly EscalationDesk[] {
  return (Object.keys(deskRoles) as EscalationDesk[]).filter((desk) => deskRoles[desk].includes(role));
}
