import { createRoot } from 'react-dom/client';
import { appToPlayerSchema, PLAYER_HOST_READY, PLAYER_PORT_MESSAGE, type PlayerToApp } from '#protocol/shell/player.ts';
import { applyAppearance } from '../ui/apply-appearance.ts';
import '../ui/ui.css';
import './player.css';
import { PlayerRoot } from './player-root.tsx';
import { passFileRequests, startFileWorker } from './file-worker.ts';
import { watchTouches } from './watch-touches.ts';

// The composition root of a pack's origin: get the port, then draw what the app says to open.

let begun = false;
window.addEventListener('message', (event) => {
  // In the kiosk the preload posts to its own window; in the browser adapter only the framing app may (CSP frame-ancestors).
  if (event.source !== window && event.source !== window.parent) return;
  if (event.data !== PLAYER_PORT_MESSAGE) return;
  const [player, files] = event.ports;
  // Once: a page that a pack brought is of this origin and could hand over a port of its own.
  if (player === undefined || begun) return;
  begun = true;
  begin(player, files);
});
// In the kiosk the protocol handler serves the files; in a browser the service worker must be in charge first.
if (location.protocol === 'pack:') announceReady();
else void startFileWorker().then(announceReady);

/** Tells whoever framed us that the port may be sent. The word carries nothing, so any origin may hear it. */
function announceReady(): void {
  window.postMessage(PLAYER_HOST_READY, window.origin === 'null' ? '*' : window.origin);
  if (window.parent !== window) window.parent.postMessage(PLAYER_HOST_READY, '*');
}

function begin(player: MessagePort, files: MessagePort | undefined): void {
  if (files !== undefined) passFileRequests(files);
  const container = document.getElementById('player');
  if (container === null) return;
  const root = createRoot(container);
  const tell = (message: PlayerToApp) => { player.postMessage(message); };
  player.addEventListener('message', (event) => {
    const message = appToPlayerSchema.safeParse(event.data);
    if (!message.success) return;
    if (message.data.type === 'start') {
      const start = message.data;
      document.title = start.title;
      document.documentElement.dir = start.direction;
      applyAppearance({ theme: start.theme, textSize: readTextSize(start.textSize), language: start.language });
      root.render(<PlayerRoot key={start.activityId} start={start} tell={tell} />);
    } else if (message.data.type === 'are-you-alive') {
      tell({ type: 'alive' });
    } else {
      applyAppearance({ theme: message.data.theme, textSize: readTextSize(message.data.textSize), language: document.documentElement.lang });
    }
  });
  watchTouches(document, () => { tell({ type: 'touched' }); }, () => performance.now());
  player.start();
  tell({ type: 'ready' });
}

function readTextSize(size: number): 100 | 125 | 150 | 175 | 200 {
  const sizes = [100, 125, 150, 175, 200] as const;
  return sizes.find((known) => known >= size) ?? 200;
}
