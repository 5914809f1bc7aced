import type { PackId } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { PackSource, ShellPort } from '#protocol/shell/bridge.ts';
import type { InstallFailure } from './install-failure.ts';
import type { PackShelf } from './pack-shelf.ts';
import type { RoomKeeper } from './room-keeper.ts';

/** What bringing files works with. */
export type BringContext = {
  readonly shell: Pick<ShellPort, 'fetchPiece' | 'fetchFiles'>;
  readonly shelf: PackShelf;
  readonly room: RoomKeeper;
  /** Whether somebody asked for downloads to wait. */
  readonly isPaused: () => Promise<boolean>;
  /** Waits that many milliseconds: the gateway serves others first. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onProgress: (done: number, total: number, source: PackSource | undefined) => void;
};

/** Which edition, what of it is missing, and the files of the version that is here. */
export type FilesToBring = {
  readonly packId: PackId;
  readonly version: number;
  readonly missing: readonly FileEntry[];
  readonly before: readonly FileEntry[];
};

/** How often a gateway that is busy, or a line that gives nothing, is asked again before the next contact. */
export const PATIENCE = 20;
/** The gateway's word for how long to wait is believed up to a minute. */
export const LONGEST_WAIT = 60_000;

/** Called for what is kept: how many bytes, and where they came from; undefined for what was here before. */
export type Kept = (bytes: number, source: PackSource | undefined) => void;

/** What a shell's refusal means for an installation. */
export function toFailure(code: string): InstallFailure {
  const later = ['unreachable', 'busy', 'not-enrolled', 'revoked', 'not-found'];
  return later.includes(code) ? { code: 'later' } : { code: 'refused', detail: code };
}
