import { measureIds, substances } from '../../protocol/selfhelp/measures/instrument.ts';
import { readInstruments } from '../../content-packs/instruments/read-instruments.ts';
import { LANGUAGES, type Language } from '../../renderer/text/languages.ts';
import { type Namespace, textFiles } from '../../renderer/text/namespaces.ts';
import { SPOKEN_NAMESPACES } from '../../renderer/speech/spoken-namespaces.ts';

/** Words that are spoken when the tablet is built, in one language. */
export type SpokenLine = { readonly language: Language; readonly words: string };

/** Where the words come from. Words of a screen that stand in no namespace get a source of their own here. */
const SOURCES: Readonly<Record<string, () => Promise<readonly SpokenLine[]>>> = {
  ...Object.fromEntries(SPOKEN_NAMESPACES.map((namespace) => [namespace, () => wordsOfNamespace(namespace)])),
  instruments: () => wordsOfMeasures(),
};

/**
 * Every line to speak, each once; or only those of the sources named. A line into which a value is put is not among
 * them: it has no one sound.
 */
export async function collectSpokenLines(only: readonly string[] = Object.keys(SOURCES)): Promise<readonly SpokenLine[]> {
  const lines = (await Promise.all(only.map(async (name) => (await SOURCES[name]?.()) ?? []))).flat();
  const once = new Map(lines.filter(({ words }) => /[\p{L}\p{N}]/u.test(words) && !words.includes('{{')).map((line) => [`${line.language}\n${line.words}`, line]));
  return [...once.values()];
}

async function wordsOfNamespace(namespace: Namespace): Promise<readonly SpokenLine[]> {
  const files = LANGUAGES.map(async (language) => wordsIn((await textFiles[language][namespace]()).text).map((words) => ({ language, words })));
  return (await Promise.all(files)).flat();
}

/** The published wording of every measure that lies in `folder`: those of the source, and what this prison imported. */
export async function wordsOfMeasures(folder?: URL): Promise<readonly SpokenLine[]> {
  return (await readInstruments(measureIds, folder)).flatMap(({ language, instruction, items, answerSets }) => {
    const spoken = LANGUAGES.find((each) => each === language);
    if (spoken === undefined) return [];
    const questions = items.flatMap(({ text }) => (text.includes('{substance}') ? substances.map((substance) => text.replaceAll('{substance}', substance)) : [text]));
    const answers = Object.values(answerSets).flatMap((answerSet) => answerSet.map(({ label }) => label));
    return [...(instruction === undefined ? [] : [instruction]), ...questions, ...answers].map((words) => ({ language: spoken, words }));
  });
}

function wordsIn(text: object): readonly string[] {
  return Object.values(text).flatMap((value: unknown) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? wordsIn(value) : []));
}
