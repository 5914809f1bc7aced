import type { Evasion } from '../evasion.mts';

/** Tricks the screening was built with. */
export const seen: readonly Evasion[] = [
  ['phone-number', 'words', 'dim saith saith dim dim naw dim dim un dau tri ydi’r rhif'],
  ['phone-number', 'words', 'ffonia fi: dim saith naw un un dau tri pedwar pump chwech saith'],
  ['phone-number', 'full stops', 'fy rhif i 0.7.7.0.0.9.0.0.1.2.3'],
  ['address', 'words', 'tyrd i rif deg Heol y Bryn'],
  ['link', 'words', 'chwilia am cariad dot bach at gmail dot com'],
  ['money', 'leet', '4nf0n g4n punt i gyfrif fy mrawd'],
  ['money', 'homoglyphs', 'rhо аrіаn уn fу nghуfrіf bаnс'],
  ['drugs', 'spaced', 'dwi angen c o c ê n erbyn dydd Gwener'],
  ['drugs', 'accents', 'tỳrd â chýffuriau i mewn ar yr ymweliad'],
  ['smuggling', 'zero-width', 'cuddia’r f\u200bf\u200bô\u200bn\u200b \u200by\u200bn\u200b \u200bd\u200by\u200b \u200be\u200bs\u200bg\u200bi\u200bd a thyrd â fo i mewn'],
  ['smuggling', 'repeats', 'tafla fo drooos y waaal wrth y gampfa'],
  ['escape', 'math', '𝐝𝐰𝐢 𝐚𝐦 𝐝𝐝𝐢𝐚𝐧𝐜 𝐨 𝐟𝐚𝐧 𝐡𝐲𝐧 𝐧𝐨𝐬 𝐬𝐮𝐥'],
  ['threat', 'Cyrillic', 'mі lаddа і dі раn ddо і аllаn'],
  ['threat', 'spaced', 'm i   l a d d a   i   d i'],
  ['threat', 'reversed', 'wyb n’it ell dobywg n’iwd'],
  ['threat', 'base64', 'bWkgZnlkZGEgaSB5biBkeSBsYWRkIGRp'],
  ['grooming', 'fullwidth', 'ｐａｉｄ ａ ｄｗｅｕｄ ｗｒｔｈ ｍａｍ mae hyn yn gyfrinach i ni'],
  ['third-party', 'hyphens', 'p-a-s-i-a y neges yma i Dai ar adain B'],
  ['publication', 'leet', 'rh0 hwn 4r f4c3b00k i mi'],
  ['self-harm', 'dotted', 'd.w.i e.i.s.i.a.u m.a.r.w'],
  ['self-harm', 'Cyrillic', 'dwі аm lаdd fу hun'],
];

/** Tricks kept back: written at the same time, and not looked at while it was built. */
export const kept: readonly Evasion[] = [
  ['phone-number', 'words', 'rhif fi dim saith wyth chwech chwech pedwar pedwar tri dau un naw'],
  ['phone-number', 'keycaps', 'ffonia 0\ufe0f\u20e37\ufe0f\u20e38\ufe0f\u20e36\ufe0f\u20e36\ufe0f\u20e34\ufe0f\u20e34\ufe0f\u20e33\ufe0f\u20e32\ufe0f\u20e31\ufe0f\u20e39\ufe0f\u20e3'],
  ['money', 'spaced', 'anfon bum deg p u n t trwy paypal'],
  ['drugs', 'zero-width', 'ty’d â h\u200be\u200br\u200bo\u200bi\u200bn hefo ti'],
  ['smuggling', 'small capitals', 'ᴛʏʀᴅ ᴀʀ ᴄᴇʀᴅʏɴ sɪᴍ ɪ ᴍᴇᴡɴ yn dy geg'],
  ['threat', 'leet', 'm1 l0$g4 1 dy dy di i lawr, mi ladda i d1'],
  ['threat', 'repeats', 'ti’n maaarw pan ddo i allaaan'],
  ['self-harm', 'Greek', 'dοes dιm rheswm ι fyw'],
  ['third-party', 'zero-width', 'r\u200bh\u200bo\u200b’\u200br\u200b \u200bn\u200be\u200bg\u200be\u200bs\u200b \u200by\u200bm\u200ba\u200b \u200bi Carys'],
  ['escape', 'zero-width', 'd\u200bw\u200bi\u200b \u200ba\u200bm\u200b \u200bd\u200bd\u200bi\u200ba\u200bn\u200bc'],
];
