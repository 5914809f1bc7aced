import type { Manifest } from '#protocol/packs/manifest.ts';
import type { InstalledPack } from '../../packs/pack-stores.ts';
import type { CourseProgress } from './rules.ts';

/** A course on this tablet as this person sees it. */
export type Course = {
  readonly pack: InstalledPack;
  readonly manifest: Manifest;
  readonly progress: CourseProgress;
  /** When the prison published it, milliseconds by the gateway's clock. */
  readonly publishedAt: number;
  readonly staffPick: boolean;
};
