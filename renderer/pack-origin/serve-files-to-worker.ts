/**
 * Browser adapter only: makes the pack origin's service worker ask this page for files, and passes its questions to
 * the app page over `files`. Resolves when the worker is in charge, so that the first file is asked for through it.
 */
export async function serveFilesToWorker(files: MessagePort): Promise<void> {
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
  await navigator.serviceWorker.register('/__host/service-worker.js', { scope: '/' });
  await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller === null) {
    await new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => { resolve(); }, { once: true });
    });
  }
}
