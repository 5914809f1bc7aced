/**
 * A slug of small letters, digits and hyphens out of any words, marks taken off their letters; empty where no letter or
 * digit of ours remains (a title in Arabic). Takes the words and the most characters.
 */
export function slugOf(words: string, longest = 60): string {
  return words
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}

/** The wanted slug, or it with the first number from 2 that nobody has; it is then in `taken`. */
export function uniqueSlug(wanted: string, taken: Set<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted.slice(0, 50)}-${String(number)}`;
  taken.add(slug);
  return slug;
}
