import { z } from 'zod';
import { ok } from '#protocol/result.ts';
import { carryContent, CONTENT_FOLDER } from './carry-content.ts';
import { refuse } from './import-report.ts';
import type { Importer, Supplied } from './importer.ts';
import { readLanguage } from './read-language.ts';

/** The pack that holds H5P's program; its sources are fetched when that pack is built (PACK-33). */
const RUNTIME = { packId: 'h5p-runtime', minVersion: 1 };
const DESCRIPTION = 'h5p.json';
const CONTENT = 'content/content.json';
const GUESSED_MINUTES = 10;

/** Types that are nothing without the internet or the learner's camera and voice. */
const NEEDS_MORE: Readonly<Record<string, string>> = {
  'H5P.IFrameEmbed': 'it shows a page of the internet',
  'H5P.TwitterUserFeed': 'it shows messages from the internet',
  'H5P.AppearIn': 'it opens a video call',
  'H5P.AudioRecorder': 'it records the learner’s voice',
  'H5P.SpeakTheWords': 'it listens through the internet',
  'H5P.SpeakTheWordsSet': 'it listens through the internet',
};
/** Types that hold others and say `completed`; a question says `answered`. */
const HOLDERS =
  /^H5P\.(CoursePresentation|InteractiveBook|InteractiveVideo|QuestionSet|BranchingScenario|Column|Accordion)$/;

const whole = z.coerce.number().int().min(0);
const libraryUse = z.object({ machineName: z.string(), majorVersion: whole, minorVersion: whole });
const descriptionSchema = z.object({
  title: z.string().trim().min(1).max(300).catch('H5P'),
  language: z.string().optional().catch(undefined),
  defaultLanguage: z.string().optional().catch(undefined),
  mainLibrary: z.string().regex(/^[\w.-]{1,100}$/),
  preloadedDependencies: z.array(libraryUse).max(500).default([]),
  license: z.string().max(60).optional().catch(undefined),
  licenseVersion: z.string().max(20).optional().catch(undefined),
  authors: z
    .array(z.object({ name: z.string() }))
    .optional()
    .catch(undefined),
});

/** An H5P package: carried whole, and played by H5P's own program from a runtime pack. */
export const importH5p: Importer = {
  kind: 'h5p',
  recognises: async (supplied) =>
    supplied.files.has(DESCRIPTION) && (supplied.files.has(CONTENT) || /\.h5p$/i.test(supplied.name)),
  importCourse: async (supplied, out) => {
    const said = descriptionSchema.safeParse(parseJson(await supplied.readText(DESCRIPTION)));
    if (!said.success) return refuse('description-broken', `“${DESCRIPTION}” cannot be read; export it again.`);
    if (!supplied.files.has(CONTENT))
      return refuse('file-missing', `The file “${CONTENT}” is missing; export it again.`);
    if (parseJson(await supplied.readText(CONTENT)) === undefined)
      return refuse('description-broken', `“${CONTENT}” cannot be read; export it again.`);
    const { title, mainLibrary, preloadedDependencies: uses, authors } = said.data;
    const why = NEEDS_MORE[mainLibrary];
    if (why !== undefined) return refuse('not-playable', `${mainLibrary} does not work on a tablet: ${why}.`);
    const lost = missingLibrary(said.data, supplied);
    if (lost !== undefined)
      return refuse('file-missing', `The program ${lost} is missing in it; export it with its libraries.`);
    const language = readLanguage(said.data.language) ?? readLanguage(said.data.defaultLanguage);
    const notCarried = await carryContent(supplied, out, { pages: 'with-shim' });
    return ok({
      title,
      languages: [language ?? 'en'],
      languageSaid: language !== undefined,
      licence: licenceOf(said.data.license, said.data.licenseVersion),
      attribution: authors?.map(({ name }) => name.trim()).filter(Boolean),
      runtimes: [RUNTIME],
      items: [
        {
          id: title,
          kind: 'h5p',
          title,
          minutes: GUESSED_MINUTES,
          completion: { rule: 'xapi', verb: HOLDERS.test(mainLibrary) ? 'completed' : 'answered' },
          entry: `${CONTENT_FOLDER}/${DESCRIPTION}`,
          folder: CONTENT_FOLDER,
          params: { mainLibrary },
        },
      ],
      carried: [`${mainLibrary} and the ${uses.length} libraries it uses`],
      notCarried,
    });
  },
};

/** The first library that the package uses and does not hold; its main one must be among those it uses. */
function missingLibrary(
  { mainLibrary, preloadedDependencies: uses }: z.infer<typeof descriptionSchema>,
  supplied: Supplied,
): string | undefined {
  const lost = uses.find((use) => !supplied.files.has(`${folderOfLibrary(use)}/library.json`));
  if (lost) return lost.machineName;
  return uses.some(({ machineName }) => machineName === mainLibrary) ? undefined : mainLibrary;
}

function folderOfLibrary({ machineName, majorVersion, minorVersion }: z.infer<typeof libraryUse>): string {
  return `${machineName}-${majorVersion}.${minorVersion}`;
}

/** H5P's short names as SPDX has them; `U` (not said) and anything odd are left for somebody to say. */
function licenceOf(name: string | undefined, version: string | undefined): string | undefined {
  if (name?.startsWith('CC0')) return 'CC0-1.0';
  if (name?.startsWith('CC ')) return `${name.replaceAll(' ', '-')}-${version ?? '4.0'}`;
  return { PD: 'Public domain', MIT: 'MIT', C: 'All rights reserved' }[name ?? ''];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
