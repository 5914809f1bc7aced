/**
 * Automatic remarks for the moderator. A flag never decides anything by itself (ADR 0005): the policy says whether
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
] as const;
export type FlagCode = (typeof flagCodes)[number];

/** A remark on part of a body: `start` (included) and `end` (excluded) count UTF-16 units, for highlighting. */
export type Flag = { readonly code: FlagCode; readonly start: number; readonly end: number };

/** Flags that only tell safer custody and never hold. */
export const ALERT_FLAGS: readonly FlagCode[] = ['self-harm'];

/** Most flags kept for one message: more would only hide the text. */
const MAX_FLAGS = 50;

/** Rules a moderator can follow with a finger; the screening in any language comes with issue 4. */
const RULES: readonly { readonly code: FlagCode; readonly pattern: RegExp }[] = [
  // Ten or more digits, as British numbers have, in any grouping: 07700 900123, +44 (0)20 7946 0000.
  { code: 'phone-number', pattern: /(?:\+|00)?\d(?:[\s().-]{0,3}\d){9,14}/g },
  // A British postcode, or a house number before a street word.
  { code: 'address', pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}\b/gi },
  {
    code: 'address',
    pattern:
      /\b\d{1,4}[a-z]?,?\s+\p{L}[\p{L}']{1,30}(?:\s\p{L}[\p{L}']{1,30})?\s(?:street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|court)\b/giu,
  },
  {
    code: 'link',
    // Every repeat is bounded: a body made to be slow must not hold up everyone else's.
    pattern:
      /\bhttps?:\/\/\S{1,200}|\bwww\.\S{1,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|\b[\w-]{2,63}(?:\.[\w-]{2,63}){0,6}\.(?:com|net|org|uk|wales|cymru|info|io|me|link|xyz|ru)\b/gi,
  },
  { code: 'money', pattern: /[£€$]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:pounds|quid|euros?|dollars|punt|bitcoin|btc)\b/gi },
  // Sort code and account number.
  { code: 'money', pattern: /\b\d{2}-\d{2}-\d{2}\b/g },
  { code: 'prisoner-number', pattern: /\b[A-Z]\d{4}[A-Z]{2}\b/gi },
  {
    code: 'self-harm',
    pattern:
      /\b(?:kill(?:ing)? myself|end(?:ing)? (?:it all|my life)|suicid\w*|self[\s-]?harm\w*|cut(?:ting)? myself|hurt(?:ing)? myself|hang(?:ing)? myself|want to die|better off dead|no reason to live|lladd fy hun|hunanladd\w*)/gi,
  },
  { code: 'self-harm', pattern: /انتحار|أقتل نفسي|اقتل نفسي/gu },
  // Characters that turn text round or cannot be seen (security.md 5 N205, section 9); ordinary marks are not here.
  { code: 'hidden-text', pattern: /[\u00ad\u200c-\u200f\u202a-\u202e\u2061-\u2069\ufff9-\ufffb]{1,}/gu },
];

/** Flags a body: pure and the same every time. `ownNumber` is the prisoner's own number, which they may write. */
export function flagBody(body: string, ownNumber: string | null): readonly Flag[] {
  const flags = RULES.flatMap(({ code, pattern }) =>
    Array.from(body.matchAll(pattern), (match) => ({
      code,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    })),
  );
  return flags
    .filter((flag) => flag.code !== 'prisoner-number' || flag.text.toUpperCase() !== ownNumber)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, MAX_FLAGS)
    .map(({ code, start, end }) => ({ code, start, end }));
}

/** Whether these flags count when a policy holds flagged messages: alerts for safer custody do not. */
export function hasHoldingFlag(flags: readonly Flag[]): boolean {
  return flags.some((flag) => !ALERT_FLAGS.includes(flag.code));
}

/** Whether safer custody should see this message. */
export function raisesAlert(flags: readonly Flag[]): boolean {
  return flags.some((flag) => ALERT_FLAGS.includes(flag.code));
}
