import type { PackRelease } from '#protocol/education/schema.ts';
import type { InstalledPack } from './pack-stores.ts';

/** A release as it lies in the tablet database. Id: packId. */
export type StoredRelease = PackRelease & {
  readonly id: string;
  /** This tablet knows of it from the signed list on a stick; its own records, when they come, take its place. */
  readonly fromList?: true;
  /** This tablet's own record of an older edition, which a row of the list stands in front of. */
  readonly own?: StoredRelease;
  /** It stood behind a row of the list once: what came by a stick may be newer than the network has told of yet. */
  readonly afterStick?: true;
};

/**
 * Whether a stick brought a newer edition than the network has told of yet, and it is on the shelf: then nobody waits for
 * the older one, and the course is not said to be refused. An older edition that the gateway itself publishes is refused, and told (PACK-5).
 */
export function isPassed({ packId, version, afterStick }: StoredRelease, installed: readonly InstalledPack[]): boolean {
  return afterStick === true && installed.some((pack) => pack.live && pack.id === packId && version < pack.highestVersion);
}
