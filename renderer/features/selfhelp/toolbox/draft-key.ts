/** Names the place where an unfinished practice of a technique is kept; one for each technique. */
export function draftKey(technique: string): string {
  return `practice|${technique}`;
}
