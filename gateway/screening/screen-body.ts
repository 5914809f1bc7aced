import { dictionaries } from './dictionaries/dictionaries.ts';
import { findAddresses, findPostcodes } from './find-addresses.ts';
import { findHiddenText } from './find-hidden-text.ts';
import { findLinks } from './find-links.ts';
import { findMoney } from './find-money.ts';
import { findPrisonNumbers } from './find-prison-numbers.ts';
import { flagReasons, type Flag } from './flag.ts';
import { foundAt, type Found } from './found.ts';
import { digitsView } from './numbers/digits-view.ts';
import { findPhoneNumbers } from './numbers/find-phone-numbers.ts';
import { compilePhrase } from './phrases/compile-phrase.ts';
import { findPhrases, findPhrasesApart, indexPhrases, type PhraseIndex } from './phrases/find-phrases.ts';
import { withoutThreatsToOneself } from './threats-to-oneself.ts';
import { decodeRuns } from './views/decode-runs.ts';
import {
  backwardsView,
  gluedView,
  joinedView,
  onceView,
  signsView,
  thirteenFurtherView,
  upsideDownView,
  wordsView,
} from './views/further-views.ts';
import { plainView } from './views/plain-view.ts';
import { bitOf, tricksOf, type View } from './views/view.ts';

/** Most flags kept for one message: more would only hide the text. */
const MAX_FLAGS = 50;

const APART = bitOf('apart');
const ENCODED = bitOf('encoded');
/** Any short word is another one backwards or thirteen letters further: that alone says nothing of a bare word. */
const ANY_WORD = bitOf('backwards') | ENCODED;

/**
 * Screens a body: what a moderator should see, where in the body it stands, why, and which tricks were undone to find
 * it. Pure and the same every time; decides nothing. `ownNumber` is the prisoner's own number, which they may write.
 * Takes any text; its time grows with the length only, whatever is in it.
 */
export function screenBody(body: string, ownNumber: string | null): readonly Flag[] {
  const found = [...findOpenly(body, ownNumber), ...findDecoded(body, ownNumber)];
  return byTurns(mergeFound(found))
    .slice(0, MAX_FLAGS)
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
    .map(flagOf);
}

function findOpenly(body: string, ownNumber: string | null): readonly Found[] {
  const plain = plainView(body);
  const joined = joinedView(plain);
  const digits = digitsView(plain);
  return [
    ...findHiddenText(body),
    ...findPhoneNumbers(digits),
    ...findAddresses(digits),
    ...findMoney(digits),
    ...findLinks(plain),
    ...findPrisonNumbers(plain, ownNumber),
    ...(joined.text === plain.text ? [] : [...findPostcodes(joined), ...findPrisonNumbers(joined, ownNumber), ...findLinks(joined)]),
    ...withoutThreatsToOneself(phraseViews(plain, body).flatMap(findSaid)),
  ];
}

/**
 * What a part of the body says when it is decoded, found as if it stood there; its place is the whole coded part. Code
 * that nobody looked into is marked itself: else twenty cheap pieces would hide the one that matters.
 */
function findDecoded(body: string, ownNumber: string | null): readonly Found[] {
  const { runs, unread } = decodeRuns(body);
  const said = runs.flatMap(({ text, from, to }) =>
    findOpenly(text, ownNumber).map((found) => ({ ...found, start: from, end: to, bits: found.bits | ENCODED })),
  );
  if (unread === undefined) return said;
  return [...said, { reason: 'too-much-code', start: unread.from, end: unread.to, bits: ENCODED, hint: false }];
}

/** The ways a body is read for phrases, each once. */
function phraseViews(plain: View, body: string): readonly View[] {
  const plainWords = wordsView(plain);
  const openly = [plain, signsView(plain, 'i'), signsView(plain, 'l')].map((view) => onceView(gluedView(view)));
  const upside = upsideDownView(plain, body);
  const others = openly.filter((view, at) => view.text !== plain.text && openly.findIndex((other) => other.text === view.text) === at);
  return [
    plainWords,
    ...others.map(wordsView),
    backwardsView(plainWords),
    thirteenFurtherView(plainWords),
    ...(upside === undefined ? [] : [wordsView(upside)]),
  ];
}

function findSaid(words: View): readonly Found[] {
  const index = phraseIndex();
  return [...findPhrases(words, index), ...findPhrasesApart(words, index)].flatMap(({ phrase, from, to, apart }) => {
    const found = foundAt(words, { from, to }, phrase.entry.reason, { bits: apart ? APART : 0 });
    return phrase.hiddenOnly && (found.bits & ~ANY_WORD) === 0 ? [] : [found];
  });
}

let made: PhraseIndex | undefined;

/** Every phrase of every dictionary, compiled once when first needed. */
function phraseIndex(): PhraseIndex {
  return (made ??= indexPhrases(
    dictionaries.flatMap(({ entries }) => entries.flatMap((entry) => entry.says.map((said) => compilePhrase(entry, said)))),
  ));
}

/** The first of every code, then the second of every code, hints last: nobody hides one thing behind fifty of another. */
function byTurns(codes: readonly (readonly Found[])[]): readonly Found[] {
  const turns = codes.flatMap((same) => same.map((found, turn) => ({ found, turn })));
  return turns.toSorted((a, b) => Number(a.found.hint) - Number(b.found.hint) || a.turn - b.turn).map(({ found }) => found);
}

/** By code, one remark for each place: of those that overlap, the one that holds, was found openly, and is longest. */
function mergeFound(found: readonly Found[]): readonly (readonly Found[])[] {
  const kept = new Map<string, Found[]>();
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const code = flagReasons[one.reason];
    const same = kept.get(code) ?? [];
    const last = same.at(-1);
    if (last !== undefined && one.start < last.end) same[same.length - 1] = better(last, one);
    else same.push(one);
    kept.set(code, same);
  }
  return [...kept.values()];
}

function better(one: Found, other: Found): Found {
  if (one.hint !== other.hint) return one.hint ? other : one;
  if ((one.bits === 0) !== (other.bits === 0)) return one.bits === 0 ? one : other;
  return other.end - other.start > one.end - one.start ? other : one;
}

function flagOf({ reason, start, end, bits, hint }: Found): Flag {
  const flag: Flag = { code: flagReasons[reason], start, end, reason };
  return { ...flag, ...(bits === 0 ? {} : { tricks: tricksOf(bits) }), ...(hint ? { hint: true as const } : {}) };
}
