/**
 * Keeps a name in one piece inside a right-to-left sentence, where "Sam R." would otherwise lose its full stop to the
 * other end (Unicode bidi isolates; security.md 5 N205). Takes the direction of the sentence.
 */
export function isolateName(name: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'rtl' ? `\u2068${name}\u2069` : name;
}
