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
  'packs.revoke': {
    roles: ['education', 'security', 'administrator'],
    why: 'Taking something back must be quick: whoever teaches, guards or runs the system may, and says why.',
  },
  'packs.revocations': {
    roles: ['education', 'tutor', 'governor', 'security', 'administrator', 'auditor'],
    why: 'What was taken back, by whom and why, concerns all who use it, may take it back, or check that.',
  },
  'packs.ask-unrevoke': {
    roles: ['education', 'security', 'administrator'],
    why: 'Whoever may take something back may say why it should come in again; that alone changes nothing.',
  },
  'packs.unrevoke': {
    roles: ['security'],
    why: 'Letting back in what was once taken away is agreed to by security, and never by the one who asked for it.',
  },
  'packs.draft': {
    roles: ['education'],
    why: 'Making a course of a supplier’s file, and saying that it is fit to be learned from, is a teacher’s work.',
  },
  'packs.review': {
    roles: ['education', 'security'],
    why: 'Whoever makes a course, and whoever must look at it before it goes to cells, sees the draft and its report.',
  },
  'packs.approve': {
    roles: ['education', 'security'],
    why: 'The second of two people: a colleague or security, and never anybody who made or submitted it (ADR 0019).',
  },
  'packs.keys': {
    roles: ['administrator', 'education', 'security', 'auditor'],
    why: 'Whose signature counts must be open to those who rely on it and those who check.',
  },
  'packs.trust': {
    roles: ['administrator'],
    why: 'Whoever adds a key must not be the one who uploads: two people for every pack.',
  },
} as const satisfies Policy;
