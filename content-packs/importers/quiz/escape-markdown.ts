/**
 * Plain words as they must stand in a source file, so that nothing in them is read as our small Markdown: emphasis,
 * links, addresses (a bare one would be a link out of the pack), fractions in braces.
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/[\\`*_{}[\]<>~!@|^]/g, '\\$&')
    .replace(/(https?|ftp):/gi, '$1\\:')
    .replace(/(www)\./gi, '$1\\.');
}
