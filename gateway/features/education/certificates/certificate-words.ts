/** The languages a certificate is printed in. */
export type CertificateLanguage = 'en' | 'cy' | 'ar';

/** Words of the printed certificate. Whole lines each, so that no line mixes two scripts; `check` comes before an address. */
type CertificateWords = {
  readonly heading: string;
  readonly certify: string;
  readonly finished: string;
  readonly level: string;
  readonly date: string;
  readonly number: string;
  readonly check: string;
  readonly checkHow: string;
};

/** By language. They say nothing of a prison: this paper is for an employer. */
export const certificateWords: Readonly<Record<CertificateLanguage, CertificateWords>> = {
  en: {
    heading: 'Certificate',
    certify: 'This is to certify that',
    finished: 'completed every part of, and passed,',
    level: 'Level',
    date: 'Issued on',
    number: 'Certificate number',
    check: 'Anyone shown this certificate can check it at',
    checkHow: 'with its number and the surname of its holder.',
  },
  cy: {
    heading: 'Tystysgrif',
    certify: 'Mae hon yn tystio bod',
    finished: 'wedi cwblhau pob rhan o’r cwrs hwn, a’i basio:',
    level: 'Lefel',
    date: 'Dyddiad cyhoeddi',
    number: 'Rhif y dystysgrif',
    check: 'Gall unrhyw un sy’n gweld y dystysgrif hon ei gwirio yn',
    checkHow: 'gyda’i rhif a chyfenw’r deiliad.',
  },
  ar: {
    heading: 'شهادة',
    certify: 'نشهد بأن',
    finished: 'أكمل جميع أجزاء هذه الدورة واجتازها:',
    level: 'المستوى',
    date: 'تاريخ الإصدار',
    number: 'رقم الشهادة',
    check: 'يمكن لكل من يرى هذه الشهادة التحقق منها على',
    checkHow: 'باستخدام رقمها واسم عائلة حاملها.',
  },
};

/** Levels in the words of UK prison education, and of each language. `any` is not printed. */
export const levelWords: Readonly<Record<CertificateLanguage, Readonly<Record<string, string>>>> = {
  en: { 'entry-1': 'Entry 1', 'entry-2': 'Entry 2', 'entry-3': 'Entry 3', 'level-1': 'Level 1', 'level-2': 'Level 2', 'level-3': 'Level 3' },
  cy: { 'entry-1': 'Mynediad 1', 'entry-2': 'Mynediad 2', 'entry-3': 'Mynediad 3', 'level-1': 'Lefel 1', 'level-2': 'Lefel 2', 'level-3': 'Lefel 3' },
  ar: { 'entry-1': 'تمهيدي 1', 'entry-2': 'تمهيدي 2', 'entry-3': 'تمهيدي 3', 'level-1': 'المستوى 1', 'level-2': 'المستوى 2', 'level-3': 'المستوى 3' },
};
