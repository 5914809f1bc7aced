import {
  app,
  BrowserView,
  MessageChannelMain,
  session as sessions,
  WebContentsView,
  type BrowserWindow,
  type Rectangle,
  type Session,
  type WebContents,
} from 'electron';
import { randomUUID } from 'node:crypto';
import { totalmem } from 'node:os';
import { fail, ok, type Result } from '#protocol/result.ts';
import { PACK_PORTS_MESSAGE, type PackViewEnd } from '#protocol/shell/bridge.ts';
import { PLAYER_PORT_MESSAGE } from '#protocol/shell/player.ts';
import type { AppFiles } from './app-files.ts';
import type { Lockdown } from './lockdown/lockdown.ts';
import { createPackFileSource, type PackFileSource } from './pack-file-source.ts';
import { packMemoryLimit, watchPackMemory } from './pack-memory.ts';
import { answerPackRequest, notFound } from './pack-protocol.ts';
import { playerPage } from './page-addresses.ts';
import { pagePreferences } from './page-preferences.ts';
import { endPage } from './page-watch.ts';

/** The one pack that may be open at a time. */
export type PackViews = {
  readonly open: (
    packId: string,
    bounds: Rectangle,
  ) => Result<{ readonly viewId: string }, { readonly code: 'already-open' }>;
  readonly place: (bounds: Rectangle) => void;
  /**
   * Takes the view away at once and forgets all that its origin stored; resolves when its page has said its last words and
   * is gone. Does nothing when no pack is open.
   */
  readonly close: () => Promise<void>;
};

export type PackViewOptions = {
  readonly window: () => BrowserWindow | undefined;
  readonly lockdown: Lockdown;
  /** Our host page and players, under `/__host/`. */
  readonly hostFiles: Promise<AppFiles>;
  readonly preload: string;
};

/** How long a closed view may take to say goodbye; its last words reach the page within this. */
const LET_GO_MS = 1500;

/** Without it Electron ends a page before its `pagehide`, and the last second of a person's reading is lost. */
const WITH_LAST_WORDS = { waitForBeforeUnload: true };

type Open = {
  readonly packId: string;
  readonly window: BrowserWindow;
  readonly view: View;
  readonly source: PackFileSource;
  readonly stopWatching: () => void;
};

/** What Electron 25 (BrowserView) and later ones (WebContentsView) have in common. */
type View = {
  readonly contents: WebContents;
  readonly setBounds: (bounds: Rectangle) => void;
  readonly remove: () => void;
};

/** Creates the place where packs play: each in its own origin, process and session (decision 5 of ARCHITECTURE.md). */
export function createPackViews(options: PackViewOptions): PackViews {
  let current: Open | undefined;
  const locked = new Set<string>();
  const sessionOf = (packId: string): Session => {
    // Without `persist:`, so that nothing of it reaches the disk.
    const session = sessions.fromPartition(`pack-${packId}`);
    if (locked.has(packId)) return session;
    locked.add(packId);
    options.lockdown.lockSession(session, 'pack');
    answerFrom(session, options.hostFiles, () => (current?.packId === packId ? current : undefined));
    return session;
  };
  const close = async (): Promise<void> => {
    const open = current;
    current = undefined;
    if (open !== undefined) await endView(open);
  };
  const onGone = (gone: Pick<Open, 'view' | 'source'>, end: PackViewEnd): void => {
    // A view that was closed already must not take the next one with it.
    if (current?.view !== gone.view) return;
    gone.source.tellGone(end);
    void close();
  };
  return {
    open: (packId, bounds) => {
      const window = options.window();
      if (current !== undefined || window === undefined) return fail({ code: 'already-open' });
      const view = addView(window, pagePreferences(sessionOf(packId), options.preload));
      options.lockdown.lockPage(view.contents, 'pack');
      view.setBounds(inside(window, bounds));
      const viewId = randomUUID();
      const source = handOverPorts(window.webContents, view.contents, viewId);
      const stopWatching = watchMemoryOf(view.contents, () => onGone({ view, source }, 'too-large'));
      current = { packId, window, view, source, stopWatching };
      view.contents.on('render-process-gone', () => onGone({ view, source }, 'gone'));
      void view.contents.loadURL(playerPage(packId)).catch(() => undefined);
      return ok({ viewId });
    },
    place: (bounds) => current?.view.setBounds(inside(current.window, bounds)),
    close,
  };
}

/** Answers a pack's origin with our player's files and with those of the pack, while it is the one that is open. */
function answerFrom(session: Session, hostFiles: PackViewOptions['hostFiles'], current: () => Open | undefined): void {
  session.protocol.handle('pack', async ({ method, url, headers }) => {
    const open = current();
    if (open === undefined) return notFound();
    const pack = { packId: open.packId, hostFiles: await hostFiles, source: open.source };
    return answerPackRequest(pack, { method, address: url, range: headers.get('range') });
  });
}

/** Two channels: main asks the page for files, the player talks to the page past main. */
function handOverPorts(page: WebContents, player: WebContents, viewId: string): PackFileSource {
  const files = new MessageChannelMain();
  const talk = new MessageChannelMain();
  page.postMessage(PACK_PORTS_MESSAGE, { viewId }, [files.port1, talk.port1]);
  player.once('did-finish-load', () => player.postMessage(PLAYER_PORT_MESSAGE, null, [talk.port2]));
  return createPackFileSource(files.port2);
}

/** Ends a page that takes too much memory, after telling of it. Returns a function that stops the watch. */
function watchMemoryOf(contents: WebContents, tell: () => void): () => void {
  return watchPackMemory(() => memoryOf(contents), packMemoryLimit(totalmem()), () => {
    tell();
    // At once: it gets no time for last words, which could be more memory.
    endPage(contents);
  });
}

/** What the process of a page has in memory, in bytes; undefined once it is gone. */
function memoryOf(contents: WebContents): number | undefined {
  if (contents.isDestroyed()) return undefined;
  const pid = contents.getOSProcessId();
  const kilobytes = app.getAppMetrics().find((one) => one.pid === pid)?.memory.workingSetSize;
  return kilobytes === undefined ? undefined : kilobytes * 1024;
}

function endView({ view, source, stopWatching }: Open): Promise<void> {
  stopWatching();
  source.close();
  const { contents } = view;
  const { session } = contents;
  const gone = new Promise<void>((resolve) => {
    contents.once('destroyed', () => resolve());
    // A page that loops for ever does not let go of its process by itself (security.md 5 L167).
    setTimeout(() => {
      if (!contents.isDestroyed()) endPage(contents);
      resolve();
    }, LET_GO_MS).unref();
  });
  view.remove();
  // The next person who opens this pack finds nothing of the one before (security.md 5 L168).
  void session.clearStorageData();
  void session.clearCache();
  return gone;
}

/** Electron 30 replaced BrowserView by WebContentsView; the test runtime is 25. */
function addView(window: BrowserWindow, webPreferences: Electron.WebPreferences): View {
  // Electron 25 has the class but no place to put it; the types are those of 45.
  const { contentView } = window as { contentView?: typeof window.contentView };
  if (contentView === undefined) return addBrowserView(window, webPreferences);
  const view = new WebContentsView({ webPreferences });
  contentView.addChildView(view);
  return {
    contents: view.webContents,
    setBounds: (bounds) => view.setBounds(bounds),
    remove: () => {
      if (!window.isDestroyed()) contentView.removeChildView(view);
      if (!view.webContents.isDestroyed()) view.webContents.close(WITH_LAST_WORDS);
    },
  };
}

function addBrowserView(window: BrowserWindow, webPreferences: Electron.WebPreferences): View {
  const view = new BrowserView({ webPreferences });
  const { webContents } = view;
  window.addBrowserView(view);
  return {
    contents: webContents,
    setBounds: (bounds) => view.setBounds(bounds),
    remove: () => {
      if (!window.isDestroyed()) window.removeBrowserView(view);
      if (!webContents.isDestroyed()) webContents.close(WITH_LAST_WORDS);
    },
  };
}

/** A view never reaches over the window's edge, whatever the page asks for. */
function inside(window: BrowserWindow, bounds: Rectangle): Rectangle {
  const [width = 0, height = 0] = window.getContentSize();
  const x = Math.min(Math.max(0, bounds.x), width);
  const y = Math.min(Math.max(0, bounds.y), height);
  return { x, y, width: Math.min(bounds.width, width - x), height: Math.min(bounds.height, height - y) };
}
