import { languageSchema } from '#protocol/packs/inline-text.ts';

/** A language tag as a supplier writes it (`en_GB`, `EN-gb`) in the one spelling packs have (PACK-9); undefined when it is none. */
export function readLanguage(said: string | undefined): string | undefined {
  const tag = said?.trim().replaceAll('_', '-').toLowerCase();
  // `und`, `zxx` and SCORM's `x-none` say that nobody said it.
  if (tag === undefined || ['und', 'zxx', 'mul', 'mis'].includes(tag)) return undefined;
  return languageSchema.safeParse(tag).success ? tag : undefined;
}
