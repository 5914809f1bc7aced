/** Kept free whatever is uploaded: messages and progress must always find room (256 MiB). */
const KEPT_FREE = 256 * 1024 * 1024;
/** A course lies here three times for a while: as it came, as a source folder, and built. */
const TIMES_STORED = 3;

/** Whether an upload of `total` bytes fits a disk with `free` bytes. */
export function hasRoom(free: number, total: number): boolean {
  return free - total * TIMES_STORED >= KEPT_FREE;
}

/**
 * Whether these paths can lie in one folder: each once, also for a reader that does not tell capitals from small
 * letters, and none a folder of another. Each path alone was judged by `packPathSchema`.
 */
export function areNamesFit(paths: readonly string[]): boolean {
  const names = new Set(paths.map((path) => path.toLowerCase()));
  if (names.size !== paths.length) return false;
  return [...names].every((name) => {
    const parts = name.split('/');
    return parts.slice(1).every((_part, at) => !names.has(parts.slice(0, at + 1).join('/')));
  });
}
