import type { ShellPort } from '#protocol/shell/bridge.ts';

declare global {
  // Given by the kiosk's preload script; absent in a browser.
  interface Window {
    readonly shell?: Readonly<Record<string, (input?: unknown) => Promise<unknown>>>;
  }
}

/** What stands around the page. */
export function shellKind(): 'kiosk' | 'browser' {
  return window.shell === undefined ? 'browser' : 'kiosk';
}

/** Loads the adapter of the shell that is there. The page never asks again which one it got. */
export async function loadShell(): Promise<ShellPort> {
  if (window.shell !== undefined) {
    const { createKioskShell } = await import('./kiosk-shell.ts');
    return createKioskShell(window.shell);
  }
  const { startBrowserShell } = await import('./start-browser-shell.ts');
  return startBrowserShell();
}
