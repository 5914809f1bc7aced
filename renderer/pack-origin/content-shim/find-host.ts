import type { ContentHost, HostWindow } from '../foreign/content-host.ts';

/** Our host page's offer, looked for upwards from a page: courses put frames into frames. */
export function findHost(from: Window): ContentHost | undefined {
  for (let window = from; window.parent !== window; window = window.parent) {
    try {
      const { throughlineHost } = window.parent as HostWindow;
      if (throughlineHost !== undefined) return throughlineHost;
    } catch {
      // The app around our host page is another origin: there is nothing further up.
      return undefined;
    }
  }
  return undefined;
}
