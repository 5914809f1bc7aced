import type { Evasion } from '../evasion.mts';

/** Tricks the screening was built with. */
export const seen: readonly Evasion[] = [
  ['phone-number', 'words', 'më telefono zero gjashtë nëntë dy tre katër pesë gjashtë shtatë tetë'],
  ['phone-number', 'spaced', 'numri im 0-6-9-2-3-4-5-6-7-8'],
  ['address', 'words', 'eja te rruga e Durrësit numër dymbëdhjetë'],
  ['link', 'words', 'më shkruaj te agim pikë hoxha et gmail pikë com'],
  ['money', 'leet', 'd3rg0 p4r4 në llogari'],
  ['drugs', 'Cyrillic', 'ѕіll раk kоkаіnе nе tаkіm'],
  ['drugs', 'spaced', 'dua h e r o i n ë'],
  ['smuggling', 'zero-width', 'h\u200bi\u200bd\u200bh\u200be\u200b \u200bm\u200bb\u200bi\u200b \u200bm\u200bu\u200br afër palestrës'],
  ['escape', 'math', '𝐝𝐨 𝐭𝐞 𝐚𝐫𝐫𝐚𝐭𝐢𝐬𝐞𝐦 𝐭𝐞 𝐝𝐢𝐞𝐥𝐞𝐧'],
  ['threat', 'Cyrillic', 'dо tе tе vrаѕ kur tе dаl'],
  ['threat', 'spaced', 'd o   t ë   t ë   v r a s'],
  ['threat', 'reversed', 'nonab uk id e'],
  ['threat', 'base64', 'ZG8gdMOrIHTDqyB2cmFzIGt1ciB0w6sgZGFs'],
  ['grooming', 'fullwidth', 'ｅｓｈｔｅ ｓｅｋｒｅｔｉ ｙｎｅ mos i trego mamit'],
  ['third-party', 'hyphens', 'jepja k-ë-t-ë m-e-s-a-z-h Besnikut'],
  ['self-harm', 'dotted', 'd.u.a t.ë v.d.e.s'],
];

/** Tricks kept back: written at the same time, and not looked at while it was built. */
export const kept: readonly Evasion[] = [
  ['phone-number', 'words', 'numri zero gjashtë tetë nëntë tetë shtatë gjashtë pesë katër tre'],
  ['money', 'zero-width', 'd\u200bë\u200br\u200bg\u200bo\u200b \u200bl\u200be\u200bk\u200bë me western union'],
  ['drugs', 'leet', 'g j e j k0k41në'],
  ['smuggling', 'small capitals', 'ғᴜᴛᴇ ᴋᴀʀᴛᴇɴ sɪᴍ ɴᴇ ᴘᴀᴋᴏ'],
  ['threat', 'repeats', 'do ta djeeeg shtëpinëëë tënde'],
  ['self-harm', 'Cyrillic', 'duа tе vrаѕ vеtеn'],
  ['threat', 'split words', 'do t ë t ë vr as'],
  ['phone-number', 'keycaps', '0\ufe0f\u20e36\ufe0f\u20e39\ufe0f\u20e38\ufe0f\u20e37\ufe0f\u20e36\ufe0f\u20e35\ufe0f\u20e34\ufe0f\u20e33\ufe0f\u20e32\ufe0f\u20e3 më merr'],
];
