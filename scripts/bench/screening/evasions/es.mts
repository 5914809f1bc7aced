import type { Evasion } from '../evasion.mts';

/** Tricks the screening was built with. */
export const seen: readonly Evasion[] = [
  ['phone-number', 'words', 'llámame al seis cero cero uno dos tres cuatro cinco seis'],
  ['phone-number', 'pairs in words', 'mi número: seiscientos, doce, treinta y cuatro, cincuenta y seis'],
  ['phone-number', 'dotted', '6.0.0.1.2.3.4.5.6 es el mío'],
  ['address', 'words', 'ven a la calle Mayor número quince'],
  ['link', 'words', 'escríbeme a pepe punto ruiz arroba gmail punto com'],
  ['money', 'leet', 'm4nd4m3 d1n3r0 a la cuenta'],
  ['money', 'Cyrillic', 'іngrеѕа сіеn еurоѕ еn lа сuеntа dе mі hеrmаnо'],
  ['drugs', 'spaced', 'tráeme c o c a i n a'],
  ['drugs', 'zero-width', 'necesito h\u200be\u200br\u200bo\u200bí\u200bn\u200ba ya'],
  ['smuggling', 'Cyrillic', 'tіrа еl раquеtе роr еnсіmа dеl murо'],
  ['smuggling', 'repeats', 'esconde el telééééfono en el zapaaaato'],
  ['escape', 'math', '𝐦𝐞 𝐯𝐨𝐲 𝐚 𝐟𝐮𝐠𝐚𝐫 𝐞𝐥 𝐝𝐨𝐦𝐢𝐧𝐠𝐨'],
  ['threat', 'Cyrillic', 'tе vоу а mаtаr сuаndо ѕаlgа'],
  ['threat', 'spaced', 't e   v o y   a   m a t a r'],
  ['threat', 'reversed', 'seviv ednód és'],
  ['threat', 'base64', 'dGUgdm95IGEgbWF0YXIgY3VhbmRvIHNhbGdh'],
  ['grooming', 'fullwidth', 'ｅｓ ｎｕｅｓｔｒｏ ｓｅｃｒｅｔｏ no se lo digas a mamá'],
  ['third-party', 'hyphens', 'p-a-s-a-l-e este mensaje a Manolo'],
  ['publication', 'leet', '5ub3 3st0 a f4c3b00k'],
  ['self-harm', 'dotted', 'q.u.i.e.r.o m.o.r.i.r'],
  ['self-harm', 'Cyrillic', 'mе quіеrо mаtаr'],
];

/** Tricks kept back: written at the same time, and not looked at while it was built. */
export const kept: readonly Evasion[] = [
  ['phone-number', 'words', 'apunta: seis siete siete, ocho ocho nueve, cero uno dos'],
  ['phone-number', 'styled digits', '𝟔𝟕𝟕 𝟖𝟖𝟗 𝟎𝟏𝟐 llama'],
  ['money', 'spaced', 'hazme un b i z u m de 50'],
  ['drugs', 'leet', 'c0n$1gu3m3 m4r1hu4n4'],
  ['smuggling', 'small capitals', 'ᴍᴇᴛᴇ ʟᴀ ᴛᴀʀᴊᴇᴛᴀ sɪᴍ ᴇɴ ʟᴀ ʙᴏʟsᴀ'],
  ['threat', 'zero-width', 'v\u200bo\u200by\u200b \u200ba\u200b \u200bq\u200bu\u200be\u200bm\u200ba\u200br\u200b \u200bt\u200bu\u200b \u200bc\u200ba\u200bs\u200ba'],
  ['threat', 'split words', 'te vo y a ma tar'],
  ['self-harm', 'repeats', 'nooo quierooo vivir'],
  ['third-party', 'zero-width', 'd\u200bi\u200bl\u200be\u200b \u200ba\u200bl\u200b \u200bt\u200be\u200bs\u200bt\u200bi\u200bg\u200bo\u200b \u200bq\u200bu\u200be\u200b \u200bn\u200bo\u200b \u200bh\u200ba\u200bb\u200bl\u200be'],
  ['escape', 'spaced', 'f u g a r m e de aquí'],
  ['publication', 'zero-width', 'p\u200bu\u200bb\u200bl\u200bi\u200bc\u200ba\u200b \u200be\u200bs\u200bt\u200bo\u200b \u200be\u200bn\u200b \u200bi\u200bn\u200bs\u200bt\u200ba\u200bg\u200br\u200ba\u200bm'],
];
