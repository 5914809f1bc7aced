import type { Completion, ItemKind } from '#protocol/packs/manifest.ts';
import { fail } from '#protocol/result.ts';

/** What a supplied file or folder turned out to be; one importer for each. */
export type SourceKind =
  | 'scorm12'
  | 'scorm2004'
  | 'cmi5'
  | 'h5p'
  | 'epub'
  | 'pdf'
  | 'markdown'
  | 'media'
  | 'common-cartridge'
  | 'web'
  | 'gift'
  | 'moodle-xml'
  | 'qti';

/**
 * Why nothing was imported. The code is for programs and tests; the sentence is for a teacher: one sentence, what is
 * wrong, with the file it is about, and what to do.
 */
export type ImportRefusal = {
  readonly code:
    | 'not-there'
    | 'kind-unknown'
    | 'empty'
    | 'place-taken'
    | 'archive-broken'
    | 'archive-unsafe'
    | 'archive-too-large'
    | 'not-what-it-says'
    | 'description-broken'
    | 'file-missing'
    | 'nothing-to-learn'
    | 'not-playable';
  readonly sentence: string;
};

/** A refusal with its sentence. */
export function refuse(code: ImportRefusal['code'], sentence: string) {
  return fail<ImportRefusal>({ code, sentence });
}

/** One thing the supplied file had and the pack has not: said one by one, never dropped in silence. */
export type NotCarried = {
  /** What it is, in a teacher's words: `Discussion “Week one”`. */
  readonly what: string;
  /** Its file inside what was supplied, and its line where that is known. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Why, and what can be done instead. */
  readonly why: string;
};

/**
 * One item an importer wrote. `file` is a lesson or quiz file written for the course's language; otherwise `entry` and
 * `folder` name what other programs made, as paths inside the pack.
 */
export type ImportedItem = {
  /** Wanted id, a slug; the registry makes it unique. Taken from the supplier's own identifier where there is one, so that a later edition keeps it (PACK-8). */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly completion?: Completion | undefined;
} & (
  | { readonly kind: 'lesson' | 'quiz'; readonly file: string }
  | {
      readonly kind: Exclude<ItemKind, 'lesson' | 'quiz' | 'assignment'>;
      readonly entry: string;
      readonly folder: string;
      readonly params?: Readonly<Record<string, string>> | undefined;
      /** Wanted ids of items that come first. */
      readonly after?: readonly string[] | undefined;
    }
);

/** What an importer found and wrote; the registry makes `pack.yaml` and the report of it. Whatever is absent was not said by the file. */
export type ImportedCourse = {
  readonly title: string;
  /** Lower-case BCP 47, the first is the main one: lessons and quizzes were written below `<language>/` for each. */
  readonly languages: readonly [string, ...string[]];
  /** Whether the file said its language; else somebody must look at it. */
  readonly languageSaid: boolean;
  readonly summary?: string | undefined;
  readonly licence?: string | undefined;
  readonly attribution?: readonly string[] | undefined;
  readonly runtimes?: readonly { readonly packId: string; readonly minVersion: number }[] | undefined;
  readonly items: readonly ImportedItem[];
  /** What was carried beside the items, in words: `3 pictures of questions`. */
  readonly carried: readonly string[];
  readonly notCarried: readonly NotCarried[];
};

/** What `throughline pack import` reports. */
export type ImportReport = {
  readonly kind: SourceKind;
  readonly packId: string;
  readonly title: string;
  readonly languages: readonly string[];
  readonly items: readonly { readonly id: string; readonly kind: ItemKind; readonly title: string }[];
  readonly carried: readonly string[];
  readonly notCarried: readonly NotCarried[];
  /** Words of `pack.yaml` that the file did not say, so somebody should look at them. */
  readonly toSay: readonly string[];
  readonly files: number;
  readonly bytes: number;
};
