/** Most memory that the process of one open pack may have: 1 GiB, or a third of a small tablet's. Bytes. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** A page can take a gigabyte a second; this is how often it is looked at, in milliseconds. */
const LOOK_EVERY_MS = 500;

/** How much a pack may have on a device with so much memory; both in bytes. */
export function packMemoryLimit(deviceBytes: number): number {
  return Math.min(MOST_BYTES, Math.floor(deviceBytes / 3));
}

/**
 * Watches the memory of an open pack's process, so that a lesson that fills it takes neither the tablet's own page nor
 * another person's work with it: the kernel, when it runs out, chooses whom to end by itself. `readBytes` answers what
 * the process has now, undefined once there is none. Calls `onTooMuch` once. Returns a function that stops it.
 */
export function watchPackMemory(readBytes: () => number | undefined, limit: number, onTooMuch: () => void): () => void {
  const timer = setInterval(() => {
    if ((readBytes() ?? 0) <= limit) return;
    clearInterval(timer);
    onTooMuch();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
