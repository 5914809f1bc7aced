import type { ActivityId, Language } from '#protocol/packs/inline-text.ts';
import type { Assignment } from '#protocol/packs/assignment.ts';
import type { Lesson } from '#protocol/packs/lesson.ts';
import type { ItemKind } from '#protocol/packs/manifest.ts';
import type { Quiz } from '#protocol/packs/quiz.ts';
import type { UsedMedia } from './media-shelf.ts';
import type { PackYaml } from './source-schema.ts';

/** What a file written for this pack becomes. */
export type CompiledContent = Lesson | Quiz | Assignment;

/** One item in every language, ready to be written. */
export type CompiledItem = {
  readonly activityId: ActivityId;
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly completion: PackYaml['items'][number]['completion'];
  /** Items that must be done first. */
  readonly after: readonly ActivityId[];
  /** Of a lesson, quiz or written task, by language: path inside the pack, the file the author wrote, and the content. Else empty. */
  readonly files: ReadonlyMap<
    Language,
    { readonly path: string; readonly source: string; readonly content: CompiledContent }
  >;
  /** Of what another program made: its title by language, the file to open, and what its standard says about starting it. */
  readonly carried?: {
    readonly title: Readonly<Record<Language, string>>;
    readonly entry: string;
    readonly params: Readonly<Record<string, string>> | undefined;
  };
};

/** A source folder that has no blockers, compiled. */
export type CompiledPack = {
  readonly pack: PackYaml;
  readonly items: readonly CompiledItem[];
  /** Pictures, sounds and films of lessons and quizzes, by path. */
  readonly media: ReadonlyMap<string, UsedMedia>;
  /** Files of what other programs made, by path. */
  readonly content: ReadonlyMap<string, UsedMedia>;
  readonly cover: string | undefined;
};
