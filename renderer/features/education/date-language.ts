/** The language dates are written in: British order for English, and the digits of the other screens for Arabic. */
export function dateLanguage(language: string): string {
  if (language === 'en') return 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}
