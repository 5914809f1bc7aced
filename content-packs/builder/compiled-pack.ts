import type { ActivityId, Language } from '#protocol/packs/inline-text.ts';
import type { Lesson } from '#protocol/packs/lesson.ts';
import type { Quiz } from '#protocol/packs/quiz.ts';
import type { UsedMedia } from './media-shelf.ts';
import type { PackYaml } from './source-schema.ts';

/** One item in every language, ready to be written. */
export type CompiledItem = {
  readonly activityId: ActivityId;
  readonly kind: 'lesson' | 'quiz';
  readonly minutes: number;
  readonly completion: PackYaml['items'][number]['completion'];
  /** By language: path inside the pack, the file the author wrote, and the content. */
  readonly files: ReadonlyMap<
    Language,
    { readonly path: string; readonly source: string; readonly content: Lesson | Quiz }
  >;
};

/** A source folder that has no blockers, compiled. */
export type CompiledPack = {
  readonly pack: PackYaml;
  readonly items: readonly CompiledItem[];
  readonly media: ReadonlyMap<string, UsedMedia>;
  readonly cover: string | undefined;
};
