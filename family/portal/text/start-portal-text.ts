import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { text as ar } from './ar.ts';
import { text as cy } from './cy.ts';
import { text as en } from './en.ts';
import type { PortalWords } from './portal-words.ts';

/** The languages of the portal, each in its own words. */
export const portalLanguages = [
  { code: 'en', name: 'English' },
  { code: 'cy', name: 'Cymraeg' },
  { code: 'ar', name: 'العربية' },
] as const;
export type PortalLanguage = (typeof portalLanguages)[number]['code'];

export const portalWords: Readonly<Record<PortalLanguage, PortalWords>> = { en, cy, ar };

/** Starts i18next with the words of the portal. */
export async function startPortalText(language: PortalLanguage): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'portal',
    ns: ['portal'],
    resources: { en: { portal: en }, cy: { portal: cy }, ar: { portal: ar } },
    interpolation: { escapeValue: false },
  });
}
