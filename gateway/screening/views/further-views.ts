import { SIGNS, UPSIDE_DOWN } from './look-alikes.ts';
import { bitOf, ViewBuilder, type View } from './view.ts';

const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;
/** Signs that are read as letters inside a word (look-alikes.ts). */
const SIGN = /[\d@$!+€¢§£(|]/u;
/** Left out inside a word rather than read as its end: don't is dont. */
const APOSTROPHE = /['’‘`´ʼ]/u;

/** Words only: letters and digits with one space between, apostrophes left out. What phrases are looked for in. */
export function wordsView(view: View): View {
  const builder = new ViewBuilder(view.text.length);
  let open = false;
  for (let unit = 0; unit < view.text.length; unit += 1) {
    const sign = view.text[unit] ?? '';
    const isWord = (sign >= 'a' && sign <= 'z') || (sign !== ' ' && (LETTER_OR_DIGIT.test(sign) || isSurrogate(sign)));
    if (isWord) builder.addUnit(view, unit, sign);
    else if (open && !APOSTROPHE.test(sign)) builder.addUnit(view, unit, ' ');
    if (!APOSTROPHE.test(sign)) open = isWord;
  }
  return builder.build();
}

/** Signs and digits inside words as the letters they stand for; `one` says how 1 is read. Words without one stay. */
export function signsView(view: View, one: 'i' | 'l'): View {
  if (!SIGN.test(view.text)) return view;
  const builder = new ViewBuilder(view.text.length);
  const bit = bitOf('signs-for-letters');
  for (const token of view.text.matchAll(/\s+|\S+/gu)) {
    const mixed = (LETTER.test(token[0]) && SIGN.test(token[0])) || token[0] === '1';
    for (let at = 0; at < token[0].length; at += 1) {
      const unit = token.index + at;
      const sign = view.text[unit] ?? '';
      const letter = sign === '1' || sign === '|' ? one : SIGNS[sign];
      const replaced = mixed && letter !== undefined;
      builder.addUnit(view, unit, replaced ? letter : sign, replaced ? bit : 0);
    }
  }
  return builder.build();
}

/** Punctuation between two letters left out: k.i-l_l. Spaces stay. */
export function gluedView(view: View): View {
  if (!/\p{L}[^\p{L}\p{N}\s]\p{L}/u.test(view.text)) return view;
  const builder = new ViewBuilder(view.text.length);
  const bit = bitOf('apart');
  let left = 0;
  for (let unit = 0; unit < view.text.length; unit += 1) {
    const sign = view.text[unit] ?? '';
    const between =
      !LETTER_OR_DIGIT.test(sign) &&
      !SPACE.test(sign) &&
      !isSurrogate(sign) &&
      LETTER.test(view.text[unit - 1] ?? '') &&
      LETTER.test(view.text[unit + 1] ?? '');
    if (between) left = bit;
    else {
      builder.addUnit(view, unit, sign, left);
      left = 0;
    }
  }
  return builder.build();
}

/** Letters written three times and more, once. */
export function onceView(view: View): View {
  const builder = new ViewBuilder(view.text.length);
  let next = 0;
  for (const run of view.text.matchAll(/(\p{L})\1{2,}/gu)) {
    for (; next < run.index; next += 1) builder.addUnit(view, next, view.text[next] ?? '');
    next = run.index + run[0].length;
    builder.addFrom(view, { from: run.index, to: next }, run[1] ?? '', bitOf('repeated'));
  }
  if (next === 0) return view;
  for (; next < view.text.length; next += 1) builder.addUnit(view, next, view.text[next] ?? '');
  return builder.build();
}

/** The whole text from its end. */
export function backwardsView(view: View): View {
  return turned(view, (sign) => sign, bitOf('backwards'));
}

/** The page turned round; undefined when no letter of the text is upside down. `body` is read as it was written. */
export function upsideDownView(view: View, body: string): View | undefined {
  if (!/[ɐɔǝɟƃɓɥᴉɾʞɯɹʇʌʎ]/u.test(body)) return undefined;
  const builder = new ViewBuilder(body.length);
  for (let unit = 0; unit < body.length; unit += 1) {
    const sign = (body[unit] ?? '').toLowerCase();
    builder.add(UPSIDE_DOWN[sign] ?? sign, unit, unit + 1, 0);
  }
  return turned(builder.build(), (sign) => sign, bitOf('backwards') | bitOf('styled'));
}

/** Every Latin letter thirteen further, the oldest code there is. */
export function thirteenFurtherView(view: View): View {
  const further = (sign: string) => {
    const code = sign.charCodeAt(0) - 97;
    return code >= 0 && code < 26 ? String.fromCharCode(97 + ((code + 13) % 26)) : sign;
  };
  const builder = new ViewBuilder(view.text.length);
  for (let unit = 0; unit < view.text.length; unit += 1) {
    builder.addUnit(view, unit, further(view.text[unit] ?? ''), bitOf('encoded'));
  }
  return builder.build();
}

function turned(view: View, read: (sign: string) => string, bits: number): View {
  const builder = new ViewBuilder(view.text.length);
  for (let unit = view.text.length - 1; unit >= 0; unit -= 1) {
    builder.addUnit(view, unit, read(view.text[unit] ?? ''), bits);
  }
  return builder.build();
}

/** Single letters and digits with a space or a sign between, five and more in a row, put together: S W 1 A  2 A A. */
export function joinedView(view: View): View {
  const run = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .*_-]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])){4,}/gu;
  if (view.text.search(run) < 0) return view;
  const builder = new ViewBuilder(view.text.length);
  let next = 0;
  const addTo = (end: number, inRun: boolean) => {
    for (; next < end; next += 1) {
      const sign = view.text[next] ?? '';
      if (!inRun || LETTER_OR_DIGIT.test(sign)) builder.addUnit(view, next, sign, inRun ? bitOf('apart') : 0);
    }
  };
  for (const match of view.text.matchAll(run)) {
    addTo(match.index, false);
    addTo(match.index + match[0].length, true);
  }
  addTo(view.text.length, false);
  return builder.build();
}

/** Half of a letter beyond the first plane: kept with its other half. */
function isSurrogate(sign: string): boolean {
  return sign >= '\ud800' && sign <= '\udfff';
}
