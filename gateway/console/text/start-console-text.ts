import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { ConsoleNamespace } from '../console-feature.ts';
import { consoleLanguages } from '../look.ts';
import { text as ar } from './ar.ts';
import { text as cy } from './cy.ts';
import { text as en } from './en.ts';

/** The words around the desks. */
export const consoleWords: ConsoleNamespace = { namespace: 'console', en, cy, ar };

/**
 * Starts i18next for the console with the words of every desk. Workstations are on the prison's network: all words
 * come with the page.
 */
export async function startConsoleText(language: string, desks: readonly ConsoleNamespace[]): Promise<void> {
  const namespaces = [consoleWords, ...desks];
  const wordsIn = (code: (typeof consoleLanguages)[number]) => Object.fromEntries(namespaces.map((words) => [words.namespace, words[code]]));
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    ns: namespaces.map(({ namespace }) => namespace),
    defaultNS: consoleWords.namespace,
    resources: Object.fromEntries(consoleLanguages.map((code) => [code, wordsIn(code)])),
    // React escapes markup. In Arabic a name in Latin letters must not turn the sentence around it (Unicode isolates).
    interpolation: { escapeValue: true, escape: (value) => (i18next.language === 'ar' ? `\u2068${value}\u2069` : value) },
  });
}
