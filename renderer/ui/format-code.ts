/**
 * Puts a typed code into its printed form: capitals, groups, dashes between them.
 * Takes what was typed (any case, spaces and dashes anywhere) and the sizes of the groups; returns for example
 * `ABCD-1234`. Anything but A-Z and 0-9 is dropped, and so is what goes beyond the last group.
 */
export function formatCode(typed: string, groups: readonly number[]): string {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const parts: string[] = [];
  let from = 0;
  for (const size of groups) {
    if (from >= signs.length) break;
    parts.push(signs.slice(from, from + size));
    from += size;
  }
  return parts.join('-');
}
