import type { WebContents } from 'electron';

/** A page that was heard once and then not for this long hangs (security.md 5 G93; it beats every few seconds). */
const SILENCE_MS = 15_000;
const LOOK_EVERY_MS = 1000;
/** A renderer that is stopped takes no crash; the kernel ends it (G95). */
const CRASH_MS = 2000;

/** Watches whether the page still says that it is alive. */
export type PageWatch = { readonly heard: () => void; readonly forget: () => void };

/** Creates the watch over whichever page the tablet shows. `now` is monotonic milliseconds. */
export function watchPage(page: () => WebContents | undefined, now: () => number): PageWatch {
  let last: number | undefined;
  const timer = setInterval(() => {
    const shown = page();
    if (last === undefined || shown === undefined || now() - last < SILENCE_MS) return;
    last = undefined;
    endPage(shown);
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    heard: () => {
      last = now();
    },
    forget: () => {
      last = undefined;
    },
  };
}

/** Ends a page that hangs; whoever listens for `render-process-gone` puts a new one in its place. */
export function endPage(page: WebContents): void {
  const processId = page.getOSProcessId();
  page.forcefullyCrashRenderer();
  setTimeout(() => {
    if (page.isDestroyed() || page.getOSProcessId() !== processId || processId === 0) return;
    try {
      process.kill(processId, 'SIGKILL');
    } catch {
      // It went in between.
    }
  }, CRASH_MS).unref();
}
