import { lineOf, type Finding, type ReferenceGuide } from './finding.ts';
import { followReference } from './follow-reference.ts';

/** `url(…)` and the text form of `@import`. */
const REFERENCE = /url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^'"\s)]+))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')/gi;

/** Looks a style sheet through for files from the internet and files that are not there. */
export function checkStyle(text: string, guide: ReferenceGuide): readonly Finding[] {
  return [...text.matchAll(REFERENCE)].flatMap((match): readonly Finding[] => {
    const reference = match.slice(1).find(Boolean) ?? '';
    const destination = followReference(reference, guide);
    const line = lineOf(text, match.index);
    if (destination.to === 'outside')
      return [
        {
          code: 'calls-network',
          line,
          message: `The style needs a file from ${destination.host}, which no tablet can reach.`,
        },
      ];
    // Fonts for a browser nobody has any more; the importer leaves them out, and every sheet names a newer one beside them.
    if (destination.to === 'missing' && !/\.eot$/i.test(destination.path))
      return [
        { code: 'reference-broken', line, message: `The style needs a file that is not there: ${destination.path}` },
      ];
    return [];
  });
}
