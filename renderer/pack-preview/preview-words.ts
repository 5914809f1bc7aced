/** What the preview says, by language. Staff read it, in the language of the pack they look at. */
const WORDS = {
  en: {
    title: 'Preview',
    lead: 'This is what a learner sees. Nothing you do here is kept.',
    items: 'Parts of this pack',
    language: 'Language of the pack',
    opening: 'Opening…',
    failed: 'This part could not be opened.',
    stopped: 'This part has stopped answering.',
    absent: 'There is no pack here to look at. Start the preview again.',
    done: 'Done',
  },
  cy: {
    title: 'Rhagolwg',
    lead: 'Dyma beth mae dysgwr yn ei weld. Does dim byd a wnewch yma yn cael ei gadw.',
    items: 'Rhannau’r pecyn hwn',
    language: 'Iaith y pecyn',
    opening: 'Yn agor…',
    failed: 'Doedd dim modd agor y rhan hon.',
    stopped: 'Mae’r rhan hon wedi stopio ateb.',
    absent: 'Does dim pecyn yma i edrych arno. Dechreuwch y rhagolwg eto.',
    done: 'Wedi gorffen',
  },
  ar: {
    title: 'معاينة',
    lead: 'هذا ما يراه المتعلم. لا يُحفظ شيء مما تفعله هنا.',
    items: 'أجزاء هذه الحزمة',
    language: 'لغة الحزمة',
    opening: 'جارٍ الفتح…',
    failed: 'تعذّر فتح هذا الجزء.',
    stopped: 'توقّف هذا الجزء عن الاستجابة.',
    absent: 'لا توجد حزمة هنا للمعاينة. ابدأ المعاينة من جديد.',
    done: 'اكتمل',
  },
} as const;

/** The words of the preview. */
export type PreviewWords = Readonly<Record<keyof (typeof WORDS)['en'], string>>;

/** Words for a language; English where we do not speak it. */
export function previewWords(language: string): PreviewWords {
  const known: Readonly<Record<string, PreviewWords>> = WORDS;
  return known[language] ?? WORDS.en;
}
