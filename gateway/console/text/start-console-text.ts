import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { text as ar } from './ar.ts';
import { text as cy } from './cy.ts';
import { text as en } from './en.ts';

/** Words by language and namespace. A desk brings its own namespace from its `console/text` folder. */
const resources = {
  en: { console: en },
  cy: { console: cy },
  ar: { console: ar },
};

/** Starts i18next for the console. Workstations are on the prison's network: all words come with the page. */
export async function startConsoleText(language: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    ns: ['console'],
    defaultNS: 'console',
    resources,
    interpolation: { escapeValue: false },
  });
}
