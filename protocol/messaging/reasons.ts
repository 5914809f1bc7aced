/**
 * Why a message was stopped or returned (domain.md 3.3). The words for prisoner and family are in the text resources
 * of each side; outside, nothing ever reveals where someone is, other contacts, or why a restriction exists.
 * `fixable`: the writer can change it and send again. `seconded`: two people must agree.
 */
export const stopReasons = {
  'wrong-recipient': { fixable: false, seconded: false },
  'contact-not-approved': { fixable: false, seconded: false },
  'no-contact': { fixable: false, seconded: false },
  'photo-sexual': { fixable: true, seconded: false },
  'photo-child': { fixable: true, seconded: false },
  threat: { fixable: true, seconded: false },
  distress: { fixable: true, seconded: false },
  crime: { fixable: false, seconded: true },
  security: { fixable: false, seconded: false },
  unreadable: { fixable: true, seconded: false },
  'names-others': { fixable: true, seconded: false },
  publication: { fixable: true, seconded: false },
  money: { fixable: true, seconded: false },
  'passing-on': { fixable: true, seconded: false },
  'too-long': { fixable: true, seconded: false },
  duplicate: { fixable: false, seconded: false },
  legal: { fixable: false, seconded: false },
  extremist: { fixable: false, seconded: true },
} as const satisfies Record<string, { fixable: boolean; seconded: boolean }>;

export type StopReason = keyof typeof stopReasons;

/** The codes as a tuple, for schemas. */
export const stopReasonCodes = Object.keys(stopReasons) as [StopReason, ...StopReason[]];

/** To whom a message may be passed for a closer look. */
export const escalationDesks = ['security', 'public-protection', 'safer-custody', 'translator'] as const;
export type EscalationDesk = (typeof escalationDesks)[number];
