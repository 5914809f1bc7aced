/** Most seconds one report may say (protocol/education/schema.ts): a sleeping tablet does not count. */
const LONGEST = 3600;

/** Counts the time an activity is in front of the person. `now` is monotonic milliseconds. */
export function createTimeOnTask(now: () => number, isVisible: () => boolean): { readonly take: () => number; readonly look: () => void } {
  let since: number | undefined = isVisible() ? now() : undefined;
  let milliseconds = 0;
  const look = (): void => {
    if (since !== undefined) milliseconds += now() - since;
    since = isVisible() ? now() : undefined;
  };
  return {
    /** Call when it came into view or went out of it. */
    look,
    /** Whole seconds since this was last called; what is left over counts next time. */
    take: () => {
      look();
      const seconds = Math.floor(milliseconds / 1000);
      milliseconds -= seconds * 1000;
      return Math.min(LONGEST, seconds);
    },
  };
}
