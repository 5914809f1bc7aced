import type { Language } from './languages.ts';

/**
 * Every text file, loaded when a screen first needs it: the words of the first screen must not wait for the others.
 * A new namespace is a line for each language here and in `resources.d.ts`.
 */
export const textFiles = {
  en: {
    app: () => import('./en/app.ts'),
    session: () => import('./en/session.ts'),
    actnow: () => import('./en/actnow.ts'),
    tablet: () => import('./en/tablet.ts'),
    messaging: () => import('./en/messaging.ts'),
    selfhelp: () => import('./en/selfhelp.ts'),
    education: () => import('./en/education.ts'),
    catalogue: () => import('./en/catalogue.ts'),
    study: () => import('./en/study.ts'),
    player: () => import('./en/player.ts'),
    reader: () => import('./en/reader.ts'),
  },
  cy: {
    app: () => import('./cy/app.ts'),
    session: () => import('./cy/session.ts'),
    actnow: () => import('./cy/actnow.ts'),
    tablet: () => import('./cy/tablet.ts'),
    messaging: () => import('./cy/messaging.ts'),
    selfhelp: () => import('./cy/selfhelp.ts'),
    education: () => import('./cy/education.ts'),
    catalogue: () => import('./cy/catalogue.ts'),
    study: () => import('./cy/study.ts'),
    player: () => import('./cy/player.ts'),
    reader: () => import('./cy/reader.ts'),
  },
  ar: {
    app: () => import('./ar/app.ts'),
    session: () => import('./ar/session.ts'),
    actnow: () => import('./ar/actnow.ts'),
    tablet: () => import('./ar/tablet.ts'),
    messaging: () => import('./ar/messaging.ts'),
    selfhelp: () => import('./ar/selfhelp.ts'),
    education: () => import('./ar/education.ts'),
    catalogue: () => import('./ar/catalogue.ts'),
    study: () => import('./ar/study.ts'),
    player: () => import('./ar/player.ts'),
    reader: () => import('./ar/reader.ts'),
  },
} as const satisfies Record<Language, Record<string, () => Promise<{ readonly text: object }>>>;

export type Namespace = keyof (typeof textFiles)['en'];
