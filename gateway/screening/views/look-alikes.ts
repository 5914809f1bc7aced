/** Letters of one alphabet that pass for letters of another, or that people type in their place. Keys: what is written. */
type Letters = Readonly<Record<string, string>>;

/** `from` and `to` letter by letter. */
function pairs(from: string, to: string): Letters {
  const letters = Array.from(to);
  return Object.fromEntries(Array.from(from, (letter, at) => [letter, letters[at] ?? '']));
}

/** Latin letters that Unicode does not take apart, as the dictionaries write them too: no trick is in it. */
export const SAME_LETTER: Letters = {
  ...pairs('łđðøıħŧ', 'lddoiht'),
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ς: 'σ',
  // Arabic, Urdu and Farsi write the same sounds with letters of different numbers.
  ...pairs('ٱىیےةہۃەھکں', 'ايييهههههكن'),
};

/** Cyrillic, Greek, Armenian and Cherokee letters that look like Latin ones (Unicode TR 39, the common part). */
export const OTHER_ALPHABET: Letters = {
  ...pairs('авсԁеҽгһіїјкӏмпорԛгѕтуѵԝхҳӽ', 'abcdeerhiijklmnopqrstyvwxxx'),
  ...pairs('αβεηικνορτυχωϲϳγζσ', 'abenikvoptuxwcjyzo'),
  ...pairs('ցհոսօյզ', 'ghnuojq'),
  ...pairs('əɑɡɩʋ', 'eagiv'),
};

/** Small capitals and letters turned upside down. */
export const STYLED: Letters = {
  ...pairs('ᴀʙᴄᴅᴇꜰғɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ', 'abcdeffghijklmnopqrstuvwyz'),
  ...pairs('⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵', 'abcdefghijklmnopqrstuvwxyz'),
  ...pairs('❶❷❸❹❺❻❼❽❾⓿➊➋➌➍➎➏➐➑➒', '1234567890123456789'),
};

/** Letters as they read when the page is turned: only used backwards, because some are letters of their own. */
export const UPSIDE_DOWN: Letters = pairs('ɐqɔpǝɟƃɓɥᴉıɾʞʃlɯuodbɹsʇnʌʍxʎz', 'abcdefgghiijkllmnopqrstuvwxyz');

/** Signs and digits people write for letters. `1` and `|` are read both ways (further-views.ts). */
export const SIGNS: Letters = { ...pairs('034567892@$!+€¢§£(', 'oeasgtbgzasitecslc') };

/** Letters people write for digits, in a word that has a digit. */
export const LETTERS_FOR_DIGITS: Letters = pairs('oilszbgq|', '011528991');

/** Zeros of the digits in use beside 0 to 9: Arabic-Indic, Urdu and Farsi, and scripts of India and south-east Asia. */
export const ZEROS: readonly number[] = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
  0x1810,
];
