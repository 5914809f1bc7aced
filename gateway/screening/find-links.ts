import { foundAt, spanOf, type Found } from './found.ts';
import { bitOf, ViewBuilder, type View } from './views/view.ts';

const ENDINGS = 'com|net|org|uk|wales|cymru|info|io|me|link|xyz|ru|pl|ro|es|al|pk|eu|tv|gg';

/** Every repeat is bounded: a body made to be slow must not hold up everyone else's. */
const LINK = new RegExp(
  `\\bhttps?:\\/\\/\\S{1,200}|\\bwww\\.\\S{1,200}|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,6}|\\b[\\w-]{2,63}(?:\\.[\\w-]{2,63}){0,6}\\.(?:com|net|org|uk|wales|cymru|info|io|me|link|xyz|ru)\\b`,
  'gu',
);

/** A name on a social network: @jo_99. */
const HANDLE = /(?<![\p{L}\p{N}@.])@\s?[a-z0-9_.]{3,30}/gu;

/** Words and brackets for the dot and the at sign, folded, between words: “dot com”, “[.]”, “(at)”. */
const DOT = /\s{0,3}(?:[[({<]\s?(?:\.|dot)\s?[\])}>]|(?<=\s)(?:dot|kropka|punct|punto|pike|دوت|نقطه|ڈاٹ|ڈوٹ)(?=\s))\s{0,3}/gu;
const AT = /\s{0,3}(?:[[({<]\s?(?:@|at)\s?[\])}>]|(?<=\s)(?:at|malpa|arond|arroba|et|ات|ايت|ايٹ|ايٹ دا ريٹ)(?=\s))\s{0,3}(?=gmail|g mail|googlemail|hotmail|yahoo|outlook|icloud|proton|live|wp|onet|o2|جيميل|جي ميل|هوتميل|ياهو)/gu;
const PROVIDER_WORDS = new RegExp(
  `(?:gmail|googlemail|hotmail|yahoo|outlook|icloud|proton|جيميل|جي ميل|هوتميل|ياهو)\\.(?:${ENDINGS}|كوم|كام)|[\\w-]{2,63}\\.(?:${ENDINGS})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Links, e-mail addresses and names on networks, in a plain view. */
export function findLinks(plain: View): readonly Found[] {
  const spelt = speltOut(plain);
  const hidden = spelt === undefined ? [] : Array.from(spelt.text.matchAll(PROVIDER_WORDS), (match) => foundAt(spelt, spanOf(match), 'gives-link'));
  return [
    ...[LINK, HANDLE].flatMap((pattern) => Array.from(plain.text.matchAll(pattern), (match) => foundAt(plain, spanOf(match), 'gives-link'))),
    // Without a word for a sign in it, the first pattern has judged it.
    ...hidden.filter((found) => (found.bits & bitOf('in-words')) !== 0),
  ];
}

/** The view with words and brackets for signs as the signs; undefined when there are none. */
function speltOut(plain: View): View | undefined {
  const marks = [
    ...Array.from(plain.text.matchAll(DOT), (match) => ({ ...spanOf(match), sign: '.' })),
    ...Array.from(plain.text.matchAll(AT), (match) => ({ ...spanOf(match), sign: '@' })),
  ].sort((one, other) => one.from - other.from);
  if (marks.length === 0) return undefined;
  const builder = new ViewBuilder(plain.text.length);
  let next = 0;
  for (const { from, to, sign } of marks) {
    if (from < next) continue;
    for (; next < from; next += 1) builder.addUnit(plain, next, plain.text[next] ?? '');
    builder.addFrom(plain, { from, to }, sign, bitOf('in-words'));
    next = to;
  }
  for (; next < plain.text.length; next += 1) builder.addUnit(plain, next, plain.text[next] ?? '');
  return builder.build();
}
