import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** A browser's own part, as far as registering needs it. */
function putWorkers(register: () => Promise<unknown>) {
  const ready = Promise.withResolvers<undefined>();
  const workers = Object.assign(new EventTarget(), { register: vi.fn(register), ready: ready.promise, controller: null });
  Object.defineProperty(navigator, 'serviceWorker', { value: workers, configurable: true });
  return { asked: workers.register, becomeReady: () => { ready.resolve(undefined); } };
}

/** As a page begins: nothing is registered yet. */
async function startPage(): Promise<() => Promise<unknown> | undefined> {
  vi.resetModules();
  const { registerServiceWorker, ownFilesKept } = await import('./register-service-worker.ts');
  registerServiceWorker();
  return ownFilesKept;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('DEV', false);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

const cut = () => Promise.reject(new TypeError('the cable was cut'));
const HOUR = 3600 * 1000;

it('an app whose own files were cut off asks for them again when the network is back, and no more once they are here', async () => {
  const { asked, becomeReady } = putWorkers(cut);
  const kept = (await startPage())();
  // Its library is loaded on the way, which takes a busy machine longer than one turn.
  await vi.waitFor(() => { expect(asked).toHaveBeenCalledTimes(1); });
  await vi.advanceTimersByTimeAsync(0);
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => { expect(asked).toHaveBeenCalledTimes(2); });
  becomeReady();
  await kept;
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('it asks again after a while, too, in a browser that does not notice that the network is back', async () => {
  const { asked, becomeReady } = putWorkers(cut);
  const kept = (await startPage())();
  await vi.waitFor(() => { expect(asked).toHaveBeenCalled(); });
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(asked.mock.calls.length).toBeGreaterThan(10);
  becomeReady();
  await kept;
});

it('a browser that has no service workers never says that every screen opens with no network', async () => {
  const kept = (await startPage())();
  expect(kept).toBeDefined();
  const said = vi.fn();
  void kept?.then(said);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(said).not.toHaveBeenCalled();
});

it('while the app is being made nothing has to be fetched first', async () => {
  vi.stubEnv('DEV', true);
  const { asked } = putWorkers(cut);
  expect((await startPage())()).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
});
