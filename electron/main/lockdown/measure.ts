import type { App, BrowserWindow, Clipboard, Menu, Rectangle, Session, WebContents } from 'electron';
import type { TabletReport } from '#protocol/sync/exchange.ts';
import type { ExitCode } from '../exit-codes.ts';

/** `held` it works; `failed` it does not; `absent` it does not apply here (a window in a demo, an unpackaged runtime). */
export type MeasureState = TabletReport['measures'][number]['state'];

/** What a session or a page is for: the tablet's own page, or a pack. */
export type Place = 'app' | 'pack';

/** What a measure may take hold of. Each `each…` runs for everything made later, before its first document loads. */
export type LockableShell = {
  readonly app: App;
  readonly menu: typeof Menu;
  readonly clipboard: Clipboard;
  /** True when the window fills the screen and must stay there; false for a demo in a window. */
  readonly kiosk: boolean;
  /** A packaged release, where fuses can be expected. */
  readonly packaged: boolean;
  /** The whole of the screen that a window is on. */
  readonly displayOf: (window: BrowserWindow) => Rectangle;
  /** The page's camera screen is open, on a tablet that has a camera. */
  readonly isCameraOpen: () => boolean;
  readonly eachSession: (lock: (session: Session, place: Place) => void) => void;
  readonly eachPage: (lock: (page: WebContents, place: Place) => void) => void;
  readonly eachWindow: (lock: (window: BrowserWindow) => void) => void;
  /** Ends the program at once. */
  readonly stop: (code: ExitCode) => void;
};

/** What a check looks at: the real window, page and session of the tablet. */
export type CheckContext = {
  readonly app: App;
  readonly menu: typeof Menu;
  readonly kiosk: boolean;
  readonly packaged: boolean;
  readonly window: BrowserWindow;
  readonly displayOf: (window: BrowserWindow) => Rectangle;
  readonly isCameraOpen: () => boolean;
  readonly page: WebContents;
  readonly session: Session;
  /** Evaluates an expression beside the page (its DOM, not its globals) and returns the value. */
  readonly probe: (expression: string) => Promise<unknown>;
};

/** One power taken away. */
export type Measure = {
  /** Goes into the tablet's health report; at most 60 characters, never renamed. */
  readonly name: string;
  /** What would be possible without it. */
  readonly why: string;
  readonly apply: (shell: LockableShell) => void;
  readonly check: (context: CheckContext) => Promise<MeasureState> | MeasureState;
};

/** Says `held` for true. */
export function heldIf(condition: boolean): MeasureState {
  return condition ? 'held' : 'failed';
}
