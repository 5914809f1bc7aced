import type { Kysely } from 'kysely';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { loadManifest } from '../../packs/pack-queries.ts';
import type { PackTables } from '../../packs/tables.ts';

/** Editions held open at once; the oldest is let go first. A manifest of a large course is some hundred kilobytes. */
const MAX_HELD = 200;

/** The manifests of editions, parsed once: an edition never changes, so what was read stays true. */
export type CourseBook = {
  /** Undefined where this gateway never had that edition, as after a restore. */
  readonly find: (tables: Kysely<PackTables>, packId: string, version: number) => Promise<Manifest | undefined>;
};

/** Makes an empty book; one for the whole gateway. */
export function createCourseBook(): CourseBook {
  const held = new Map<string, Manifest>();
  return {
    find: async (tables, packId, version) => {
      const key = `${packId}/${String(version)}`;
      const known = held.get(key);
      if (known !== undefined) return known;
      const manifest = await loadManifest(tables, packId, version);
      if (manifest === undefined) return undefined;
      if (held.size >= MAX_HELD) held.delete(held.keys().next().value ?? '');
      held.set(key, manifest);
      return manifest;
    },
  };
}
