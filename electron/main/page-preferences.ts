import type { Session, WebPreferences } from 'electron';

/** The powers every page of ours starts with: as few as Electron allows (security.md 4.1). */
export function pagePreferences(session: Session, preload: string): WebPreferences {
  return {
    session,
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    devTools: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    disableDialogs: true,
    enableWebSQL: false,
    // No compiled script beside our verified files on the disk (security.md 4.1).
    v8CacheOptions: 'none',
    // The heart must beat while the screen is dark.
    backgroundThrottling: false,
    // Recorded speech starts after a press; a pack that starts by itself would be a nuisance in a shared cell.
    autoplayPolicy: 'document-user-activation-required',
  };
}
