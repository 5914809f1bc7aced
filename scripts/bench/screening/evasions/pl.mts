import type { Evasion } from '../evasion.mts';

/** Tricks the screening was built with. */
export const seen: readonly Evasion[] = [
  ['phone-number', 'words', 'zadzwoń: pięć zero sześć jeden dwa trzy cztery pięć sześć'],
  ['phone-number', 'hundreds', 'mój numer to pięćset sześć, sto dwadzieścia trzy, czterysta pięćdziesiąt sześć'],
  ['phone-number', 'dotted', 'tel 5.0.6.1.2.3.4.5.6'],
  ['phone-number', 'keycaps', 'dzwoń 5\ufe0f\u20e30\ufe0f\u20e36\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e3'],
  ['address', 'words', 'przyjedź na ulicę Długą numer dwanaście'],
  ['link', 'words', 'napisz na kowalski kropka jan małpa gmail kropka com'],
  ['money', 'leet', 'wyś l1j m1 p1en1adze na konto'],
  ['money', 'homoglyphs', 'рrzеlеј dwіеśсіе złоtусh nа kоntо brаtа'],
  ['drugs', 'spaced', 'załatw mi k - o - k - a - i - n - a'],
  ['drugs', 'no accents', 'przywiez mi troche amfetaminy na widzenie'],
  ['smuggling', 'zero-width', 'p\u200br\u200bz\u200be\u200br\u200bz\u200bu\u200bć\u200b \u200bp\u200br\u200bz\u200be\u200bz\u200b \u200bm\u200bu\u200br koło boiska'],
  ['smuggling', 'Cyrillic', 'ѕсhоwај tеlеfоn w buсіе і рrzуnіеś'],
  ['escape', 'math', '𝐰 𝐧𝐢𝐞𝐝𝐳𝐢𝐞𝐥𝐞 𝐬𝐭𝐚𝐝 𝐮𝐜𝐢𝐞𝐤𝐧𝐞'],
  ['threat', 'Cyrillic', 'zаbіје сіе јаk wујdе'],
  ['threat', 'spaced', 'z a b i j ę   c i ę'],
  ['threat', 'reversed', 'zsakzseim eizdg meiw'],
  ['threat', 'base64', 'emFiaWrEmSBjacSZIGphayB3eWpkxJk='],
  ['grooming', 'fullwidth', 'ｔｏ ｎａｓｚａ ｔａｊｅｍｎｉｃａ nie mów mamie'],
  ['third-party', 'hyphens', 'p-r-z-e-k-a-ż to Markowi z celi obok'],
  ['publication', 'leet', 'wrzu ć t0 na f4c3b00k4'],
  ['self-harm', 'repeats', 'chceee umrzeeeć'],
  ['self-harm', 'dotted', 'z.a.b.i.j.e s.i.e'],
];

/** Tricks kept back: written at the same time, and not looked at while it was built. */
export const kept: readonly Evasion[] = [
  ['phone-number', 'words', 'numer sześć zero jeden, dwa dwa trzy, cztery cztery osiem'],
  ['phone-number', 'Persian digits', '۶۰۱۲۲۳۴۴۸ to moja komórka'],
  ['money', 'zero-width', 'w\u200by\u200bś\u200bl\u200bi\u200bj\u200b \u200bk\u200ba\u200bs\u200bę blikiem'],
  ['drugs', 'leet', 'h3r01n4 dla mnie i dla Tomka'],
  ['smuggling', 'spaced', 'włóż k a r t ę   s i m do paczki'],
  ['threat', 'small capitals', 'sᴘᴀʟᴇ ᴄɪ ᴅᴏᴍ'],
  ['threat', 'split words', 'zab iję c ię'],
  ['self-harm', 'Cyrillic', 'nіе сhсе јuz zус'],
  ['third-party', 'dots', 'po.wiedz To.mkowi że.by za.łatwił te.go świ.adka'],
  ['escape', 'reversed', 'ętobos w ymakeicu'],
  ['grooming', 'fullwidth', 'ｎｉｅ ｍóｗ ｎｉｋｏｍｕ ｏ ｎａｓ'],
];
