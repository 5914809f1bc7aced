import type { BrowserWindow, Session, WebContents } from 'electron';
import { measures } from './measures.ts';
import type { CheckContext, LockableShell, Measure, MeasureState, Place } from './measure.ts';

/** A measure's name and how its last check went. */
export type MeasureReport = { readonly name: string; readonly state: MeasureState };

/** The measures, applied; whoever makes a session, a page or a window has them locked here before it loads anything. */
export type Lockdown = {
  readonly lockSession: (session: Session, place: Place) => void;
  readonly lockPage: (page: WebContents, place: Place) => void;
  readonly lockWindow: (window: BrowserWindow) => void;
  /** Runs every check against the tablet's window. A check that throws has failed. */
  readonly check: (window: BrowserWindow) => Promise<readonly MeasureReport[]>;
};

/** What the measures are handed, less the lists this file keeps for them. */
export type LockdownParts = Omit<LockableShell, 'eachSession' | 'eachPage' | 'eachWindow'>;

/** World of the probes: beside the page's scripts and beside the preload's. */
const PROBE_WORLD = 1099;

/**
 * Applies all measures, before the program is ready, because some are switches of Chromium. `leaveOut` names one that
 * is checked but not applied: how a test proves that its check can fail.
 */
export function applyLockdown(parts: LockdownParts, list: readonly Measure[] = measures, leaveOut?: string): Lockdown {
  const sessions: ((session: Session, place: Place) => void)[] = [];
  const pages: ((page: WebContents, place: Place) => void)[] = [];
  const windows: ((window: BrowserWindow) => void)[] = [];
  const shell: LockableShell = {
    ...parts,
    eachSession: (lock) => sessions.push(lock),
    eachPage: (lock) => pages.push(lock),
    eachWindow: (lock) => windows.push(lock),
  };
  for (const measure of list) if (measure.name !== leaveOut) measure.apply(shell);
  return {
    lockSession: (session, place) => sessions.forEach((lock) => lock(session, place)),
    lockPage: (page, place) => pages.forEach((lock) => lock(page, place)),
    lockWindow: (window) => windows.forEach((lock) => lock(window)),
    check: (window) => checkAll(list, createContext(parts, window)),
  };
}

function createContext(parts: LockdownParts, window: BrowserWindow): CheckContext {
  const page = window.webContents;
  return {
    app: parts.app,
    menu: parts.menu,
    kiosk: parts.kiosk,
    packaged: parts.packaged,
    displayOf: parts.displayOf,
    isCameraOpen: parts.isCameraOpen,
    window,
    page,
    session: page.session,
    probe: (expression) => page.executeJavaScriptInIsolatedWorld(PROBE_WORLD, [{ code: expression }]),
  };
}

function checkAll(list: readonly Measure[], context: CheckContext): Promise<readonly MeasureReport[]> {
  return Promise.all(
    list.map(async (measure) => {
      try {
        return { name: measure.name, state: await measure.check(context) };
      } catch {
        return { name: measure.name, state: 'failed' as const };
      }
    }),
  );
}
