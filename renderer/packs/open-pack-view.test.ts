import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PackId } from '#protocol/ids.ts';
import { ok } from '#protocol/result.ts';
import { PACK_PORTS_MESSAGE } from '#protocol/shell/bridge.ts';
import type { Bounds } from './follow-place.ts';
import { openPackView } from './open-pack-view.ts';

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1366);
  vi.stubGlobal('innerHeight', 768);
  // jsdom lays nothing out.
  vi.stubGlobal('ResizeObserver', class { observe() { /* no layout */ } disconnect() { /* no layout */ } });
});
afterEach(() => { vi.unstubAllGlobals(); });

/** As the preload script hands them on. */
function handPorts(): void {
  const port = () => Object.assign(new EventTarget(), { postMessage: () => undefined, start: () => undefined, close: () => undefined });
  window.dispatchEvent(Object.assign(new Event('message'), { source: window, data: PACK_PORTS_MESSAGE, ports: [port(), port()] }));
}

test('a page that moves while the kiosk opens a view has the view where it is afterwards', async () => {
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  document.elementFromPoint = () => container;
  let top = 60;
  container.getBoundingClientRect = () => new DOMRect(10, top, 800, 600);
  const placed: Bounds[] = [];
  const shell = {
    openPack: async ({ bounds }: { readonly bounds: Bounds }) => {
      placed.push(bounds);
      top = 100;
      handPorts();
      return ok(undefined);
    },
    placePack: async ({ bounds }: { readonly bounds: Bounds }) => {
      placed.push(bounds);
      return ok(undefined);
    },
    closePack: async () => ok(undefined),
  };
  const files = { files: [], runtimes: new Map() };
  const view = await openPackView({ shell: shell as never, kind: 'kiosk', packId: 'a-pack' as PackId, files, loadFile: async () => undefined, container, title: 'A', onMessage: () => undefined, onStopped: () => undefined });
  await vi.waitFor(() => { expect(placed.map(({ y }) => y)).toEqual([60, 100]); });
  await view.close();
});
