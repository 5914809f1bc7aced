import type { Evasion } from '../evasion.mts';

/** Tricks the screening was built with. */
export const seen: readonly Evasion[] = [
  ['phone-number', 'Arabic digits', 'رقمي ٠٧٧٠١٢٣٤٥٦٧'],
  ['phone-number', 'words', 'اتصل على صفر سبعة سبعة صفر واحد اثنين ثلاثة أربعة خمسة ستة سبعة'],
  ['phone-number', 'spaced digits', 'الرقم ٠ ٧ ٩ ٠ ١ ٢ ٣ ٤ ٥ ٦'],
  ['address', 'words', 'تعال إلى شارع الرشيد رقم اثنا عشر'],
  ['link', 'words', 'راسلني على سامي دوت علي آت جيميل دوت كوم'],
  ['money', 'stretch', 'ح\u0640\u0640و\u0640\u0640ل لي ف\u0640\u0640ل\u0640\u0640و\u0640\u0640س على حساب أخي'],
  ['money', 'marks', 'ا\u064eرس\u0650ل لي م\u0650ئ\u064eة دينار على الح\u0650ساب'],
  ['drugs', 'spaced', 'أريد ح ش ي ش هذا الأسبوع'],
  ['drugs', 'zero-width', 'جيب معك ك\u200bو\u200bك\u200bا\u200bي\u200bي\u200bن'],
  ['smuggling', 'stretch', 'ارمي الهاتف فوق الس\u0640\u0640\u0640ور'],
  ['smuggling', 'marks', 'خ\u064eب\u0650\u0651ئ الهات\u0650ف في الح\u0650ذاء وأدخله'],
  ['escape', 'zero-width', 'س\u200bأ\u200bه\u200bر\u200bب\u200b \u200bم\u200bن\u200b \u200bا\u200bل\u200bس\u200bج\u200bن يوم الأحد'],
  ['threat', 'stretch', 'س\u0640أق\u0640\u0640ت\u0640لك'],
  ['threat', 'spaced', 'س أ ق ت ل ك'],
  ['threat', 'reversed', 'نكست نيأ فرعأ'],
  ['threat', 'base64', '2LPYo9mC2KrZhNmDINi52YbYr9mF2Kcg2KPYrtix2Kw='],
  ['threat', 'Persian letters', 'سأقتلک عندما أخرج'],
  ['grooming', 'marks', 'ه\u064eذا س\u0650ر\u064f\u0651نا لا ت\u064fخب\u0650ر أمك'],
  ['third-party', 'stretch', 'وص\u0651ل هذه الرس\u0640\u0640الة إلى أبو علي'],
  ['publication', 'spaced', 'انشر هذا على ف ي س ب و ك'],
  ['self-harm', 'stretch', 'أريد أن أم\u0640\u0640وت'],
  ['self-harm', 'zero-width', 'س\u200bأ\u200bق\u200bت\u200bل\u200b \u200bن\u200bف\u200bس\u200bي'],
];

/** Tricks kept back: written at the same time, and not looked at while it was built. */
export const kept: readonly Evasion[] = [
  ['phone-number', 'Persian digits', 'كلمني ۰۷۸۰۱۲۳۴۵۶۷'],
  ['phone-number', 'words', 'رقمي صفر سبعة ثمانية صفر تسعة تسعة واحد واحد اثنين اثنين ثلاثة'],
  ['money', 'zero-width', 'ا\u200bر\u200bس\u200bل\u200b \u200bا\u200bل\u200bم\u200bا\u200bل ويسترن يونيون'],
  ['drugs', 'dotted', 'ه.ي.ر.و.ي.ن'],
  ['smuggling', 'spaced', 'دخل لي ش ر ي ح ة مع الثياب'],
  ['threat', 'marks', 'س\u064eأ\u064fحر\u0650ق\u064f ب\u064eيت\u064eك'],
  ['threat', 'tatweel', 'أنت م\u0640\u0640\u0640ي\u0651\u0640\u0640\u0640ت عندما أخرج'],
  ['self-harm', 'marks', 'لا أ\u064fريد\u064f أن أعيش'],
  ['grooming', 'stretch', 'أرسلي لي صورتك بدون ملاب\u0640\u0640س'],
  ['escape', 'stretch', 'سنه\u0640\u0640رب ليلة الجمعة'],
];
