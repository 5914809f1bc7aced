import type { Evasion } from '../evasion.mts';

/** Tricks the screening was built with. */
export const seen: readonly Evasion[] = [
  ['phone-number', 'Urdu digits', 'میرا نمبر ۰۳۰۰۱۲۳۴۵۶۷'],
  ['phone-number', 'words', 'صفر تین صفر صفر ایک دو تین چار پانچ چھ سات پر فون کرنا'],
  ['phone-number', 'roman words', 'mera number zero teen zero zero ek do teen char panch che saat'],
  ['address', 'words', 'مکان نمبر بارہ گلی نمبر پانچ میں آ جانا'],
  ['link', 'words', 'مجھے سمیع ایٹ جی میل ڈاٹ کام پر لکھنا'],
  ['money', 'zero-width', 'پ\u200bی\u200bس\u200bے\u200b \u200bب\u200bھ\u200bی\u200bج\u200b \u200bد\u200bو بھائی کے اکاؤنٹ میں'],
  ['money', 'roman leet', 'm3re account m3in p4ise bh3j do'],
  ['drugs', 'spaced', 'میرے لیے چ ر س لے آنا'],
  ['drugs', 'roman dotted', 'c.h.a.r.a.s le aana mulaqat par'],
  ['smuggling', 'zero-width', 'فون د\u200bی\u200bو\u200bا\u200bر\u200b \u200bک\u200bے\u200b \u200bا\u200bو\u200bپ\u200bر\u200b \u200bس\u200bے\u200b \u200bپ\u200bھ\u200bی\u200bن\u200bک\u200b \u200bد\u200bو'],
  ['smuggling', 'roman Cyrillic', 'рhоnе јооtау mеіn сhuра kаr lаnа'],
  ['escape', 'zero-width', 'م\u200bی\u200bں\u200b \u200bج\u200bی\u200bل\u200b \u200bس\u200bے\u200b \u200bب\u200bھ\u200bا\u200bگ\u200b \u200bج\u200bا\u200bؤ\u200bں\u200b \u200bگ\u200bا'],
  ['threat', 'spaced', 'م ی ں   ت م ہ ی ں   م ا ر   د و ں   گ ا'],
  ['threat', 'roman Cyrillic', 'mаіn tumhе mааr dungа'],
  ['threat', 'Arabic letters', 'مين تمهيں جان سے مار دوں گا'],
  ['threat', 'base64', '2YXbjNq6INiq2YXbgduM2rog2YXYp9ixINiv2YjauiDar9in'],
  ['grooming', 'marks', 'یہ ہ\u064eمارا ر\u064eاز ہے امی کو مت بتانا'],
  ['third-party', 'roman hyphens', 'y-e-h paigham Bilal ko d-e dena'],
  ['publication', 'roman leet', 'y3h f4c3b00k p4r l4ga do'],
  ['self-harm', 'zero-width', 'م\u200bی\u200bں\u200b \u200bم\u200bر\u200bن\u200bا\u200b \u200bچ\u200bا\u200bہ\u200bت\u200bا\u200b \u200bہ\u200bو\u200bں'],
  ['self-harm', 'roman spaced', 'k h u d k u s h i ka soch raha hun'],
];

/** Tricks kept back: written at the same time, and not looked at while it was built. */
export const kept: readonly Evasion[] = [
  ['phone-number', 'words', 'نمبر ہے صفر تین دو ایک نو آٹھ سات چھ پانچ چار تین'],
  ['phone-number', 'keycaps', '0\ufe0f\u20e33\ufe0f\u20e32\ufe0f\u20e31\ufe0f\u20e39\ufe0f\u20e38\ufe0f\u20e37\ufe0f\u20e36\ufe0f\u20e35\ufe0f\u20e34\ufe0f\u20e33\ufe0f\u20e3 par call karna'],
  ['money', 'roman dotted', 'p.a.i.s.e bhejo easypaisa par'],
  ['drugs', 'zero-width', 'ہ\u200bی\u200bر\u200bو\u200bئ\u200bن کا بندوبست کرو'],
  ['smuggling', 'roman capitals', 'sɪᴍ ᴄᴀʀᴅ ᴄʜᴜᴘᴀ ᴋᴀʀ ʟᴀɴᴀ'],
  ['threat', 'stretch', 'تمہارا گھر ج\u0640\u0640لا دوں گا'],
  ['threat', 'roman repeats', 'maaain tujhe maaar dungaaa'],
  ['self-harm', 'marks', 'م\u064eیں خ\u064fودک\u064fشی کر لوں گا'],
  ['third-party', 'zero-width', 'ی\u200bہ\u200b \u200bپ\u200bی\u200bغ\u200bا\u200bم کاشف تک پہنچا دو'],
  ['threat', 'base64', '2YXbjNq6INiq2YXbgdin2LHYpyDar9q+2LEg2KzZhNinINiv2YjauiDar9in'],
];
