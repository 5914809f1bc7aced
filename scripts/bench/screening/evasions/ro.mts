import type { Evasion } from '../evasion.mts';

/** Tricks the screening was built with. */
export const seen: readonly Evasion[] = [
  ['phone-number', 'words', 'sună-mă la zero șapte doi doi unu doi trei patru cinci șase'],
  ['phone-number', 'spaced', 'nr meu 0 7 2 2 1 2 3 4 5 6'],
  ['phone-number', 'circled digits', '⓪⑦②②①②③④⑤⑥'],
  ['address', 'words', 'vino pe strada Lungă numărul douăzeci'],
  ['link', 'words', 'scrie-mi la ion punct popescu arond yahoo punct com'],
  ['money', 'leet', 'tr1m1t3-m1 b4n1 în cont'],
  ['money', 'Cyrillic', 'рunе bаnі ре саrdul frаtеluі'],
  ['drugs', 'spaced', 'adu-mi c o c a i n a'],
  ['drugs', 'dotted', 'vreau i.a.r.b.ă și h.e.r.o.i.n.ă'],
  ['smuggling', 'zero-width', 'a\u200br\u200bu\u200bn\u200bc\u200bă\u200b \u200bp\u200be\u200bs\u200bt\u200be\u200b \u200bg\u200ba\u200br\u200bd lângă sală'],
  ['smuggling', 'repeats', 'ascuuunde telefooonul în pantooof'],
  ['escape', 'math', '𝐝𝐮𝐦𝐢𝐧𝐢𝐜𝐚 𝐞𝐯𝐚𝐝𝐞𝐳 𝐝𝐞 𝐚𝐢𝐜𝐢'],
  ['threat', 'Cyrillic', 'tе оmоr саnd іеѕ'],
  ['threat', 'spaced', 't e   o m o r'],
  ['threat', 'reversed', 'iats ednu uitș'],
  ['threat', 'base64', 'byBzxIMgdGUgb21vciBjw6JuZCBpZXM='],
  ['grooming', 'fullwidth', 'ｅｓｔｅ ｓｅｃｒｅｔｕｌ ｎｏｓｔｒｕ nu spune mamei'],
  ['third-party', 'hyphens', 't-r-a-n-s-m-i-t-e mesajul lui Costel'],
  ['publication', 'leet', 'p0st34z4 p3 f4c3b00k'],
  ['self-harm', 'dotted', 'v.r.e.a.u s.ă m.o.r'],
  ['self-harm', 'Cyrillic', 'vrеаu ѕа mа оmоr'],
];

/** Tricks kept back: written at the same time, and not looked at while it was built. */
export const kept: readonly Evasion[] = [
  ['phone-number', 'words', 'numărul e zero șapte patru cinci nouă opt șapte șase cinci patru'],
  ['phone-number', 'keycaps', 'sună 0\ufe0f\u20e37\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e39\ufe0f\u20e38\ufe0f\u20e37\ufe0f\u20e36\ufe0f\u20e35\ufe0f\u20e34\ufe0f\u20e3'],
  ['money', 'spaced', 'dă-mi b a n i prin western union'],
  ['drugs', 'leet', 'am nevoie de 3t1n0b0t4n1c3 și h3r01nă'],
  ['smuggling', 'small capitals', 'ʙᴀɢᴀ ᴄᴀʀᴛᴇʟᴀ sɪᴍ ɪɴ ᴘᴀᴄʜᴇᴛ'],
  ['threat', 'zero-width', 'î\u200bț\u200bi\u200b \u200bd\u200ba\u200bu\u200b \u200bf\u200bo\u200bc\u200b \u200bl\u200ba\u200b \u200bc\u200ba\u200bs\u200bă'],
  ['threat', 'split words', 'te o mor câ nd i es'],
  ['self-harm', 'repeats', 'nuuu mai vreau sa traiesc'],
  ['third-party', 'zero-width', 's\u200bp\u200bu\u200bn\u200be\u200b-\u200bi\u200b \u200bl\u200bu\u200bi\u200b \u200bG\u200bi\u200bg\u200bi\u200b \u200bs\u200bă\u200b \u200bn\u200bu\u200b \u200bv\u200bo\u200br\u200bb\u200be\u200ba\u200bs\u200bc\u200bă'],
  ['escape', 'Cyrillic', 'vrеаu ѕа еvаdеz'],
  ['grooming', 'math', '𝐭𝐫𝐢𝐦𝐢𝐭𝐞 𝐩𝐨𝐳𝐞 𝐟𝐚𝐫𝐚 𝐡𝐚𝐢𝐧𝐞'],
];
