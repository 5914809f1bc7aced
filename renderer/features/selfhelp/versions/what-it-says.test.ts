import { renderHook } from '@testing-library/react';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { triggers, responses } from '#protocol/selfhelp/check-in.ts';
import { releaseSteps } from '#protocol/selfhelp/plan.ts';
import { privateRecordSchema, type PrivateRecord } from '#protocol/selfhelp/private-record.ts';
import { safetyPlanParts } from '#protocol/selfhelp/safety-plan.ts';
import { startText } from '../../../text/start-text.ts';
import { choosable, type ChoosableKind } from './choose-route.ts';
import { isAlike } from './kinship.ts';
import { useVersionWords } from './use-version-words.ts';

/** Numbers from 0 to below 1 that are the same in every run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const chance = createChance(7);
const one = <Value>(values: readonly Value[]): Value => values[Math.floor(chance() * values.length)]!;
/** Some of these, in any order. */
const some = <Value>(values: readonly Value[]): Value[] => values.filter(() => chance() < 0.5).sort(() => chance() - 0.5);
const yesOrNo = () => one([true, false]);
/** Few different things are said, so that two often say the same, and often not quite in the same letters. */
const words = () => one(['', ' ', 'yard', ' yard\n', 'the shop', 'the  shop']);
const time = () => Math.floor(chance() * 1000);
const perhaps = <Value extends object>(part: Value): Partial<Value> => (yesOrNo() ? part : {});

const plans = [
  () => ({ type: 'if-then', when: words(), then: one(['walk', 'walk ', 'draw']), triggers: some(triggers.slice(0, 2)), timesUsed: time(), lastUsed: one([null, '2026-11-01']), putAway: yesOrNo() }),
  () => ({ type: 'people-places', avoid: [words(), words()], seek: some(['Mum', 'Nan']) }),
  () => ({ type: 'release-day', date: one([null, '2027-03-03']), done: some(releaseSteps.slice(0, 2)), notes: perhaps({ food: words() }), own: [{ words: words(), done: yesOrNo() }] }),
];
const bodies: Readonly<Record<ChoosableKind, readonly (() => object)[]>> = {
  plan: plans,
  profile: [() => ({ welcomedAt: one([null, 1]), asksUse: yesOrNo(), ...perhaps({ toldPolicy: one([null, 'all']) }) })],
  'safety-plan': [() => Object.fromEntries(safetyPlanParts.map((part) => [part, part === 'helps' || part === 'people' ? words() : '']))],
  milestone: [() => ({ milestone: 'first-page', reward: words(), had: yesOrNo() })],
  'check-in': [
    () => ({ day: '2026-11-20', at: time(), mood: one([3, 4]), craving: 2, sleep: one([null, 0]), triggers: some(triggers.slice(0, 2)), responses: [], note: '' }),
    () => ({ day: '2026-11-20', at: time(), mood: 3, craving: one([0, 1]), sleep: 7, triggers: [], responses: some(responses.slice(0, 2)), note: words() }),
    () => ({ day: '2026-11-20', at: time(), mood: 3, craving: 2, sleep: 7, triggers: [], responses: [], note: '', ...perhaps({ strongest: 'night' }), ...perhaps({ helped: one(['no', 'yes']) }), ...perhaps({ used: yesOrNo() }) }),
  ],
};
const PAIRS = 300;

beforeAll(async () => { await startText('en'); });

describe.each(['en', 'cy', 'ar'])('in %s', (language) => {
  it.each(choosable.flatMap((kind) => bodies[kind].map((body, index) => [`${kind} (${String(index + 1)})`, kind, body] as const)))('versions of a %s are a choice exactly where their words differ', async (_name, kind, body) => {
    await i18next.changeLanguage(language);
    await i18next.loadNamespaces(['app', 'programme', 'measures', 'selfhelp', 'plans']);
    const { result } = renderHook(() => useVersionWords());
    const version = (): PrivateRecord => privateRecordSchema.parse({ kind, day: '2026-11-20', at: time(), body: body() });
    // A reader sees neither a space too many nor the order of a list.
    const seen = (record: PrivateRecord) => result.current.partsOf(record).map(({ label, lines }) => `${label}: ${[...new Set(lines.map((line) => line.trim().replaceAll(/\s+/g, ' ')))].sort().join('; ')}`);
    const found = { alike: 0, choice: 0 };
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const [first, second] = [version(), version()];
      const alike = isAlike({ record: first }, { record: second });
      expect(alike, JSON.stringify([first.body, second.body])).toBe(JSON.stringify(seen(first)) === JSON.stringify(seen(second)));
      found[alike ? 'alike' : 'choice'] += 1;
    }
    expect(Math.min(found.alike, found.choice), 'both are met').toBeGreaterThan(0);
  });
});

it('letters that look the same are the same, however they are put together', () => {
  const note = (words: string): { readonly record: PrivateRecord } => ({ record: { kind: 'milestone', day: '2026-11-20', at: 1, body: { milestone: 'first-page', reward: words, had: false } } });
  expect(isAlike(note('caf\u00e9'), note('cafe\u0301'))).toBe(true);
});
