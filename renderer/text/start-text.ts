import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, isLanguage, type Language } from './languages.ts';
import { addWelshPlurals } from './welsh-plurals.ts';
import { textFiles, type Namespace } from './namespaces.ts';

/** What the first screen needs; the rest comes with the screens. */
const FIRST_NAMESPACES: readonly Namespace[] = ['app', 'session'];

/** Starts i18next in a language; resolves when the words of the first screen are there. */
export async function startText(language: Language): Promise<void> {
  await i18next
    .use(textFileBackend)
    .use(initReactI18next)
    .init({
      lng: language,
      // Every language is complete (text.test.ts): falling back would only hide a hole.
      fallbackLng: false,
      supportedLngs: [...LANGUAGES],
      ns: [...FIRST_NAMESPACES],
      defaultNS: 'app',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
    });
  addWelshPlurals(i18next);
}

/** Changes the language of every open screen; the words of all namespaces in use are loaded first. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}

const textFileBackend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, callback) => {
    const load = findTextFile(language, namespace);
    if (load === undefined) {
      callback(new Error(`No text for ${language} ${namespace}`), false);
      return;
    }
    load().then(
      ({ text }) => { callback(null, text); },
      (error: unknown) => { callback(error instanceof Error ? error : new Error('Text not loaded'), false); },
    );
  },
};

function findTextFile(language: string, namespace: string): (() => Promise<{ readonly text: object }>) | undefined {
  if (!isLanguage(language)) return undefined;
  const files: Readonly<Record<string, () => Promise<{ readonly text: object }>>> = textFiles[language];
  return files[namespace];
}
