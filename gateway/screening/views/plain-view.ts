import { OTHER_ALPHABET, SAME_LETTER, STYLED, ZEROS } from './look-alikes.ts';
import { bitOf, ViewBuilder, type View } from './view.ts';

/** Nothing to see: format characters, fillers, joiners, variation selectors, the keycap. */
const UNSEEN = /^(?:\p{Cf}|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]|\u20e3|[\u2800\u3164\uffa0]|\p{Variation_Selector})$/u;
const MARK = /^\p{M}$/u;
const STROKE_MARK = /[\u0334-\u0338\u0488\u0489]/u;
const DIGIT = /^\p{Nd}$/u;
const KEYCAP = '\u20e3';

/** More marks than these on one letter belong to no language. */
const MARKS_ON_A_LETTER = 3;

const INVISIBLE = bitOf('invisible');
const LOOK_ALIKE = bitOf('look-alikes');
const STYLE = bitOf('styled');
const EMOJI = bitOf('emoji');

/**
 * The body in small letters without accents, invisible characters and look-alikes of other alphabets, with digits 0 to
 * 9; punctuation and spaces stay. Phrases of the dictionaries are read through the same function, so whoever means the
 * same word gets the same letters. Takes any text; its time grows with its length only.
 */
export function plainView(body: string): View {
  const builder = new ViewBuilder(body.length);
  let at = 0;
  let pending = 0;
  for (const character of body) {
    const end = at + character.length;
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      builder.add(character.toLowerCase(), at, end, pending | keycapAt(body, end));
      pending = 0;
    } else if (code >= 0xe0020 && code <= 0xe007e) {
      // Tag characters: a whole alphabet that nothing draws.
      builder.add(String.fromCharCode(code - 0xe0000).toLowerCase(), at, end, INVISIBLE);
    } else if (UNSEEN.test(character)) {
      if (character !== KEYCAP && !(code >= 0xfe00 && code <= 0xfe0f)) pending = INVISIBLE;
    } else {
      const read = readCharacter(character);
      builder.add(read.text, at, end, pending | read.bits | (read.text === '' ? 0 : marksAfter(body, end)));
      if (read.text !== '') pending = 0;
    }
    at = end;
  }
  return builder.build();
}

type Read = { readonly text: string; readonly bits: number };

/** One character outside ASCII, as the letters it stands for. A mark alone stands for nothing. */
function readCharacter(character: string): Read {
  const block = readBlock(character);
  if (block !== undefined) return block;
  const small = character.toLowerCase();
  const apart = small.normalize('NFKD');
  let bits = apart === small.normalize('NFD') || /\p{Script=Arabic}/u.test(character) ? 0 : STYLE;
  let text = '';
  for (const letter of apart.toLowerCase()) {
    if (MARK.test(letter) || letter === '\u0640') continue;
    const styled = STYLED[letter];
    const other = OTHER_ALPHABET[letter];
    if (styled !== undefined) bits |= STYLE;
    if (other !== undefined) bits |= LOOK_ALIKE;
    text += styled ?? other ?? SAME_LETTER[letter] ?? asciiDigit(letter);
  }
  return { text, bits };
}

/** Flag letters and boxed letters, which Unicode does not take apart. */
function readBlock(character: string): Read | undefined {
  const code = character.codePointAt(0) ?? 0;
  const letter = (start: number) => String.fromCharCode(97 + code - start);
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return { text: letter(0x1f1e6), bits: EMOJI };
  for (const start of [0x1f130, 0x1f150, 0x1f170]) {
    if (code >= start && code < start + 26) return { text: letter(start), bits: STYLE };
  }
  return undefined;
}

function asciiDigit(letter: string): string {
  if (!DIGIT.test(letter)) return letter;
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? letter : String(code - zero);
}

function keycapAt(body: string, end: number): number {
  return body.startsWith(`\ufe0f${KEYCAP}`, end) || body.startsWith(KEYCAP, end) ? EMOJI : 0;
}

/** Letters struck through, or buried under marks. Looks a few characters ahead, never further. */
function marksAfter(body: string, end: number): number {
  const next = body.slice(end, end + MARKS_ON_A_LETTER);
  const all = next.length === MARKS_ON_A_LETTER && Array.from(next).every((character) => MARK.test(character));
  return all || STROKE_MARK.test(next.slice(0, 1)) ? STYLE : 0;
}
