/** Room on this device: `free` bytes of `quota`; undefined where nobody knows. */
export type Room = { readonly free: number; readonly quota: number };

const GIB = 1024 * 1024 * 1024;

/**
 * Room that packs leave free for what people write: the larger of 1 GiB and 5 % of the device, and on a small device an
 * eighth of it (content-packs.md 6.8). A person's own work is never pushed out by a course.
 */
export function roomToKeep(quota: number): number {
  return Math.min(Math.max(GIB, quota * 0.05), quota / 8);
}

/** How many bytes are missing before this much may be fetched, with 5 % for what the database needs beside it; 0 when it fits (MOVE-4). */
export function missingRoom(needed: number, room: Room | undefined): number {
  if (room === undefined || needed === 0) return 0;
  return Math.max(0, Math.ceil(needed * 1.05 + roomToKeep(room.quota) - room.free));
}
