/**
 * What a screening may say of a message. A flag never decides anything by itself (ADR 0005): the policy says whether
 * flagged messages are held, and `self-harm` never holds one: such words go to safer custody while the message goes
 * on, because the people who need help must not be the ones who are silenced (domain.md section 4).
 */
export const flagCodes = [
  'phone-number',
  'address',
  'link',
  'money',
  'prisoner-number',
  'self-harm',
  'hidden-text',
  'threat',
  'drugs',
  'smuggling',
  'escape',
  'grooming',
  'third-party',
  'publication',
] as const;
export type FlagCode = (typeof flagCodes)[number];

/** Why a part of a body was marked, each with plain words at the desk, and the flag it belongs to. */
export const flagReasons = {
  'gives-phone-number': 'phone-number',
  'gives-address': 'address',
  'gives-link': 'link',
  amount: 'money',
  'asks-for-money': 'money',
  'way-of-paying': 'money',
  'names-prison-number': 'prisoner-number',
  'invisible-characters': 'hidden-text',
  'mixed-alphabets': 'hidden-text',
  'too-much-code': 'hidden-text',
  'self-harm': 'self-harm',
  violence: 'threat',
  arson: 'threat',
  'knows-where-you-live': 'threat',
  silencing: 'threat',
  'drug-name': 'drugs',
  'bring-in': 'smuggling',
  'phone-or-sim': 'smuggling',
  'throw-over': 'smuggling',
  drone: 'smuggling',
  'escape-plan': 'escape',
  'secret-with-child': 'grooming',
  'intimate-picture': 'grooming',
  'pass-on': 'third-party',
  'three-way-call': 'third-party',
  'witness-pressure': 'third-party',
  'post-online': 'publication',
} as const satisfies Readonly<Record<string, FlagCode>>;
export type FlagReason = keyof typeof flagReasons;
/** Every reason, for the schema of the desk's replies. */
export const flagReasonCodes = Object.keys(flagReasons) as readonly FlagReason[];

/** How something was hidden, as far as the screening saw through it. The place in the list is its bit (view.ts). */
export const tricks = [
  'invisible',
  'look-alikes',
  'styled',
  'signs-for-letters',
  'apart',
  'repeated',
  'backwards',
  'encoded',
  'emoji',
  'in-words',
] as const;
export type Trick = (typeof tricks)[number];

/**
 * A remark on part of a body: `start` (included) and `end` (excluded) count UTF-16 units of the body as it was
 * written, for highlighting. Flags stored before there was a screening have only these three and `code`.
 */
export type Flag = {
  readonly code: FlagCode;
  readonly start: number;
  readonly end: number;
  readonly reason?: FlagReason;
  /** What was seen through to find it; absent when it stood there openly. */
  readonly tricks?: readonly Trick[];
  /** True for what is worth marking and no ground to hold anything: a price in a letter. */
  readonly hint?: true;
};
