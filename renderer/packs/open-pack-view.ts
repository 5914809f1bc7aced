import type { PackId } from '#protocol/ids.ts';
import { PACK_PORTS_MESSAGE, type PackViewEnd, type ShellPort } from '#protocol/shell/bridge.ts';
import { playerToAppSchema, type AppToPlayer, PLAYER_PORT_MESSAGE, type PlayerToApp } from '#protocol/shell/player.ts';
import { followPlace, visibleBounds } from './follow-place.ts';
import type { PackFiles } from './index-pack-files.ts';
import { hostReady, packOrigin } from './pack-origin-frame.ts';
import { servePackFiles, type LoadFile } from './serve-pack-files.ts';
import { watchPlayer } from './watch-player.ts';

/** What is needed to open a pack in its own origin inside a part of the screen. */
export type OpenPackView = {
  readonly shell: Pick<ShellPort, 'openPack' | 'placePack' | 'closePack'>;
  readonly kind: 'kiosk' | 'browser';
  readonly packId: PackId;
  readonly files: PackFiles;
  readonly loadFile: LoadFile;
  /** The part of the screen the pack fills. */
  readonly container: HTMLElement;
  /** Name of the frame for screen readers. */
  readonly title: string;
  readonly onMessage: (message: PlayerToApp) => void;
  /** Called once when the lesson no longer answers, or its process ended. The caller closes the view. */
  readonly onStopped: (end: PackEnd) => void;
};

/** Why an open lesson stopped: it was silent for too long, its process ended, or it took too much memory. */
export type PackEnd = 'silent' | PackViewEnd;

/**
 * An open pack. `close` is safe to call twice; it takes the view away at once and resolves when the player's last words
 * have been heard.
 */
export type PackView = { readonly send: (message: AppToPlayer) => void; readonly close: () => Promise<void> };

/** How long a closed player is still listened to, in milliseconds: it says what it has not said yet as it goes. */
const LAST_WORDS = 400;

/** Opens a pack's origin: its own native view in the kiosk, a cross-origin frame in the browser adapter. */
export async function openPackView(options: OpenPackView): Promise<PackView> {
  const { ports, close } = options.kind === 'kiosk' ? await openKioskView(options) : await openFrame(options);
  const send = (message: AppToPlayer) => { ports.player.postMessage(message); };
  const onStopped = (end: PackEnd) => {
    watch.stop();
    options.onStopped(end);
  };
  const watch = watchPlayer(() => { send({ type: 'are-you-alive' }); }, () => { onStopped('silent'); });
  const stopFiles = servePackFiles(ports.files, options.files, options.loadFile, onStopped);
  ports.player.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = playerToAppSchema.safeParse(event.data);
    if (!message.success) return;
    watch.heard();
    options.onMessage(message.data);
  });
  ports.player.start();
  const end = async (): Promise<void> => {
    watch.stop();
    stopFiles();
    await close();
    await new Promise((resolve) => { setTimeout(resolve, LAST_WORDS); });
    ports.player.close();
  };
  let ending: Promise<void> | undefined;
  return { send, close: () => (ending ??= end()) };
}

type Opened = { readonly ports: { readonly files: MessagePort; readonly player: MessagePort }; readonly close: () => Promise<void> };

async function openKioskView({ shell, packId, container }: OpenPackView): Promise<Opened> {
  const ports = receivePorts();
  const bounds = visibleBounds(container);
  const opened = await shell.openPack({ packId, bounds });
  if (!opened.ok) throw new Error(`The pack view did not open: ${opened.error.code}`);
  const stopFollowing = followPlace(container, bounds, (moved) => { void shell.placePack({ bounds: moved }); });
  return { ports: await ports, close: async () => { stopFollowing(); await shell.closePack(); } };
}

function receivePorts(): Promise<Opened['ports']> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>) => {
      const [files, player] = event.ports;
      if (event.source !== window || !isPortsMessage(event.data) || files === undefined || player === undefined) return;
      window.removeEventListener('message', onMessage);
      resolve({ files, player });
    };
    window.addEventListener('message', onMessage);
  });
}

function isPortsMessage(data: unknown): boolean {
  return data === PACK_PORTS_MESSAGE || (typeof data === 'object' && data !== null && 'type' in data && data.type === PACK_PORTS_MESSAGE);
}

async function openFrame({ packId, container, title }: OpenPackView): Promise<Opened> {
  const origin = packOrigin(packId);
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.className = 'pack-frame';
  // Its own host name makes `allow-same-origin` mean the pack's origin, never the app's (security.md 8.3).
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
  frame.src = `${origin}/__host/player.html`;
  const ready = hostReady(frame, origin);
  container.append(frame);
  await ready;
  const player = new MessageChannel();
  const files = new MessageChannel();
  frame.contentWindow?.postMessage(PLAYER_PORT_MESSAGE, origin, [player.port2, files.port2]);
  return { ports: { files: files.port1, player: player.port1 }, close: async () => { frame.remove(); } };
}
