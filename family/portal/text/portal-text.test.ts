import { describe, expect, it } from 'vitest';
import { stopReasonCodes } from '#protocol/messaging/reasons.ts';
import { messageStates } from '#protocol/messaging/schema.ts';
import { portalWords } from './start-portal-text.ts';

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

function sentences(words: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, word]: [string, unknown]) =>
      typeof word === 'string' ? [[`${path}${key}`, word] as const] : [...sentences(word as object, `${path}${key}.`)],
    ),
  );
}

/** Each key (plurals once) with the gaps it has to fill. */
function gaps(words: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...sentences(words)].map(([key, word]) => [
      key.replace(PLURAL, ''),
      [...word.matchAll(/\{\{(\w+)\}\}/g)]
        .map(([, gap]) => gap)
        .sort()
        .join(),
    ]),
  );
}

describe('the words of the portal', () => {
  it.each(['cy', 'ar'] as const)('have in %s every key and every gap that English has', (language) => {
    expect(gaps(portalWords[language])).toEqual(gaps(portalWords.en));
  });

  it.each(['en', 'cy', 'ar'] as const)('have in %s every plural form of the language', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const keys = sentences(portalWords[language]);
    for (const base of ['people.new', 'write.left', 'write.over']) {
      for (const form of forms) expect(keys.has(`${base}_${form}`), `${base}_${form}`).toBe(true);
    }
  });

  it.each(['cy', 'ar'] as const)('are translated in %s, not copied', (language) => {
    const english = sentences(portalWords.en);
    const copied = [...sentences(portalWords[language])].filter(
      ([key, word]) => word.split(' ').length > 3 && english.get(key) === word,
    );
    expect(copied).toEqual([]);
  });

  it('have a sentence for every state and every coded reason', () => {
    const keys = sentences(portalWords.en);
    for (const state of messageStates) expect(keys.has(`state.${state}`), state).toBe(true);
    for (const reason of stopReasonCodes) expect(keys.has(`reason.${reason}`), reason).toBe(true);
  });

  it('say nothing of where someone is or why a contact is limited', () => {
    for (const [, word] of sentences(portalWords.en))
      expect(word).not.toMatch(/victim|order|court|wing|cell\b|restrict/i);
  });
});
