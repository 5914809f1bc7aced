/**
 * Reads a number as people write it: `0.75`, `3/4`, `1 1/2`, `75%`, `£12.50`, `1,250`, `-3`, `.5`.
 * Takes the typed text; returns the number, or undefined when it is not one (also for `1/0`).
 * A percentage is read as the number before the sign: the question says what it asks for.
 */
export function readNumber(typed: string): number | undefined {
  const text = typed
    // Before NFKC, or 1½ would become 11/2.
    .replace(/(\d)\s*([\u00bc-\u00be\u2150-\u215e])/g, '$1 $2')
    .normalize('NFKC')
    .replaceAll('\u2044', '/')
    .replaceAll('\u2212', '-')
    .replace(/^\s*(-?)\s*[£€$]\s*/, '$1')
    .replace(/\s*(%|p)?\s*$/, '')
    .trim();
  const mixed = /^(-?)(?:(\d{1,7})[ -]+)?(\d{1,7})\s*\/\s*(\d{1,7})$/.exec(text);
  if (mixed) return readMixed(mixed);
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^-?(\d{1,12}(\.\d{0,9})?|\.\d{1,9})$/.test(text)) return Number(text);
  return undefined;
}

function readMixed(match: RegExpExecArray): number | undefined {
  const [, sign, whole = '0', top = '0', bottom = '0'] = match;
  if (Number(bottom) === 0) return undefined;
  const size = Number(whole) + Number(top) / Number(bottom);
  return sign === '-' ? -size : size;
}
