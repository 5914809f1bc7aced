import type { i18n } from 'i18next';

/** The plural form of a number in Welsh (Unicode CLDR, cardinal rules of `cy`). */
export function welshPlural(count: number): Intl.LDMLPluralRule {
  const forms: Readonly<Record<number, Intl.LDMLPluralRule>> = { 0: 'zero', 1: 'one', 2: 'two', 3: 'few', 6: 'many' };
  return forms[count] ?? 'other';
}

type Rule = { readonly select: (count: number) => string; readonly resolvedOptions: () => { readonly pluralCategories: string[] } };
type Resolver = { getRule: (code: string, options?: unknown) => Rule };

const WELSH: Rule = {
  select: welshPlural,
  resolvedOptions: () => ({ pluralCategories: ['zero', 'one', 'two', 'few', 'many', 'other'] }),
};

/**
 * Teaches i18next Welsh plurals where the browser does not know them: Chromium leaves Welsh out of its language data,
 * and would count in English ("2 peth" for "2 beth").
 */
export function addWelshPlurals(instance: i18n): void {
  if (Intl.PluralRules.supportedLocalesOf('cy').length > 0) return;
  // i18next has no other way in since it took its rules from Intl.
  const resolver = instance.services.pluralResolver as Resolver;
  const known = resolver.getRule.bind(resolver);
  resolver.getRule = (code, options) => (code.startsWith('cy') ? WELSH : known(code, options));
}
