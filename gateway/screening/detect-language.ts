import { wordsView } from './views/further-views.ts';
import { plainView } from './views/plain-view.ts';

/** Languages a message can be told to be in: those there is a dictionary for. */
export const languages = ['en', 'cy', 'pl', 'ar', 'ro', 'ur', 'es', 'sq'] as const;
export type Language = (typeof languages)[number];

/** Small words nobody writes a letter without, folded as plainView folds; Urdu in both its scripts. */
const SMALL_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: words('the and is are was to of in it you for on that with my your have we this be me but so not at he she they will had from love dear i am when'),
  cy: words('y yr mae yn ar i o am gyda wedi dwi rwyt ti fy dy ni nhw oedd roedd ei eu bod ddim gan hefyd nawr rydyn a’r i’r annwyl cariad mawr diolch ac fe bydd ond sy'),
  pl: words('i w z na do nie sie to jest ze jak ale o po za od przez jestem byl bylo mam mnie ci cie twoj moja bardzo juz tylko u dla jego kochana drogi czy ma sa'),
  ar: words('في من الى على ان هذا هذه التي الذي ما لا لم كان كانت مع عن يوم انا انت لك لي قد بعد قبل كل و او ثم'),
  ro: words('si in la de pe cu nu sa este am ai mai un o din ce pentru te iti imi eu tu ne fost sunt care asta draga dar ca ti'),
  ur: words('هے هيں مين كے كي كا كو سے پر نے تها تهي اور يه وه نهين آپ ميرا تم بهي كر هو hai hain mein main ka ki ko se ne tha aur yeh nahi nahin kya tum aap mera meri par bhi hun ho kar'),
  es: words('el la de que y en un una los las se no te me con por para mi tu su es lo como pero muy esta ya del al he querida hola cuando mas'),
  sq: words('e te ne dhe me nje qe per nga u i si do jam eshte ka kam une ty tek mos por shume nuk kur jane ishte dashur po'),
};

/** The Arabic article is part of its word. */
const ARTICLE = /^[وفبك]?ال\p{L}{2}/u;
/** As much of a body as is looked at, in UTF-16 units: its beginning says enough. */
const LOOKED_AT = 2000;
/** Fewest small words that say anything, and how far the first language must be before the second. */
const FEWEST = 3;
const AHEAD = 1.25;

/**
 * The language of a body, for the routing to somebody who reads it; null when it is too short, mixed, or none of ours.
 * A guess: nothing but a filter of the queue may hang on it.
 */
export function detectLanguage(body: string): Language | null {
  const looked = body.slice(0, LOOKED_AT);
  if ((looked.match(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hebrew}\p{Script=Devanagari}]/gu)?.length ?? 0) > looked.length / 3) return null;
  const said = wordsView(plainView(looked)).text.split(' ');
  const urdu = looked.match(/[ٹڈڑںےہھگچپ]/gu)?.length ?? 0;
  const counted = languages.map((language) => ({
    language,
    count: said.filter((word) => SMALL_WORDS[language].has(word) || (language === 'ar' && ARTICLE.test(word))).length + (language === 'ur' ? urdu : 0),
  }));
  const [first, second] = counted.toSorted((one, other) => other.count - one.count);
  if (first === undefined || second === undefined || first.count < FEWEST) return null;
  return first.count >= second.count * AHEAD ? first.language : null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map((word) => wordsView(plainView(word)).text));
}
