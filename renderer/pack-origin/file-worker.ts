/**
 * Browser adapter only: puts the pack origin's service worker in charge of this page. Resolves when it is, so that the
 * first file is asked for through it; the worker keeps the player's own files for when the network is gone.
 */
export async function startFileWorker(): Promise<void> {
  await navigator.serviceWorker.register('/__host/service-worker.js', { scope: '/' });
  await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller !== null) return;
  await new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => { resolve(); }, { once: true });
  });
}

/** Passes the worker's questions for files to the app page over `files`, and its answers back. */
export function passFileRequests(files: MessagePort): void {
  const waiting = new Map<number, MessagePort>();
  files.addEventListener('message', (event: MessageEvent<{ request: number }>) => {
    const asker = waiting.get(event.data.request);
    waiting.delete(event.data.request);
    asker?.postMessage(event.data);
  });
  files.start();
  navigator.serviceWorker.addEventListener('message', (event: MessageEvent<{ request: number }>) => {
    const [asker] = event.ports;
    if (asker === undefined) return;
    waiting.set(event.data.request, asker);
    files.postMessage(event.data);
  });
  navigator.serviceWorker.startMessages();
}
