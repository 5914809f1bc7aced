/**
 * Does something with every one of many, a few at once and begun in order: enough to keep a disk busy. The first failure
 * is thrown when those under way have ended. Takes how many at once, from 1.
 */
export async function forEachAtOnce<T>(
  all: readonly T[],
  atOnce: number,
  act: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = all.values();
  const work = async () => {
    for (const one of waiting) await act(one);
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
