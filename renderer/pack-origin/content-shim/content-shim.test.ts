import { beforeEach, describe, expect, test } from 'vitest';
import type { ContentHost, LrsRequest } from '../foreign/content-host.ts';
import { createContentStores } from '../foreign/content-stores.ts';
import { createKeptState, type KeptState } from '../foreign/kept-state.ts';
import { findHost } from './find-host.ts';
import { shimDialogues } from './shim-dialogues.ts';
import { shimLrs } from './shim-lrs.ts';
import { shimNetwork } from './shim-network.ts';
import { shimStorage } from './shim-storage.ts';

type Page = Window & typeof globalThis;
let page: Page;

/** A supplier's page: a frame of its own, so that what is taken away here is not taken from the test. */
beforeEach(() => {
  const frame = document.createElement('iframe');
  document.body.replaceChildren(frame);
  page = frame.contentWindow as Page;
});

function createHost(state: KeptState, asked: LrsRequest[] = []): ContentHost {
  const store = createContentStores(state);
  return { store, askLrs: (request) => { asked.push(request); return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"kept":true}' }; } };
}
const keptNowhere = () => createKeptState(null, () => undefined, () => 0);

describe('windows and dialogues', () => {
  test('no window opens, nothing prints, and a question is answered yes', () => {
    shimDialogues(page);
    expect(page.open('https://example.org')).toBeNull();
    expect(page.print()).toBeUndefined();
    expect(page.alert('Well done!')).toBeUndefined();
    expect([page.confirm('Go on where you left off?'), page.prompt('Your name?')]).toEqual([true, null]);
  });
});

describe('the network', () => {
  test('ways out are as if this browser never had them', () => {
    for (const name of ['WebSocket', 'EventSource', 'indexedDB', 'caches']) Object.defineProperty(page, name, { configurable: true, value: () => 'reached' });
    shimNetwork(page);
    for (const name of ['WebSocket', 'EventSource', 'indexedDB', 'caches']) expect((page as unknown as Record<string, unknown>)[name]).toBeUndefined();
    expect(page.navigator.sendBeacon('/anywhere', 'words')).toBe(false);
  });
});

describe('storage', () => {
  test('what a page stores goes into the activity’s state and comes back with it; a visit’s storage does not', () => {
    let saved: string | null = null;
    const state = createKeptState(null, (text) => { saved = text; }, () => 0);
    shimStorage(page, createHost(state));
    page.localStorage.setItem('slide', '7');
    page.localStorage['name'] = 'golf';
    page.sessionStorage.setItem('visit', '1');
    page.document.cookie = 'seen=yes; path=/; max-age=600';
    state.flush();

    const frame = document.createElement('iframe');
    document.body.append(frame);
    const again = frame.contentWindow as Page;
    shimStorage(again, createHost(createKeptState(saved, () => undefined, () => 0)));
    expect([again.localStorage.getItem('slide'), again.localStorage['name'], again.localStorage.length]).toEqual(['7', 'golf', 2]);
    expect(again.sessionStorage.getItem('visit')).toBeNull();
    expect(again.document.cookie).toBe('seen=yes');
  });

  test('the browser’s own storage holds nothing of it', () => {
    const own = window.localStorage;
    own.clear();
    shimStorage(page, createHost(keptNowhere()));
    page.localStorage.setItem('slide', '7');
    expect(own.length).toBe(0);
  });

  test('without a host a page stores in memory and goes on', () => {
    shimStorage(page, undefined);
    page.localStorage.setItem('slide', '7');
    expect(Object.keys(page.localStorage)).toEqual(['slide']);
    page.localStorage.clear();
    expect(page.localStorage.getItem('slide')).toBeNull();
  });

  test('a store that is full says so as a browser does', () => {
    shimStorage(page, createHost(keptNowhere()));
    expect(() => { page.localStorage.setItem('a', 'x'.repeat(70_000)); }).toThrow(expect.objectContaining({ name: 'QuotaExceededError' }));
  });

  test('a cookie whose day is past is taken away', () => {
    shimStorage(page, createHost(keptNowhere()));
    page.document.cookie = 'a=1';
    page.document.cookie = 'a=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
    expect(page.document.cookie).toBe('');
  });
});

describe('the record store', () => {
  const base = 'https://pack.test/content/one/index.html';

  /** As much of a window as the shim looks at: a frame of jsdom has neither `fetch` nor an address of its own. */
  function createWindow(reached: string[]): Page {
    class Xhr extends EventTarget {
      responseType = '';
      open(_method: string, url: string): void { reached.push(url); }
      setRequestHeader(): void { reached.push('header'); }
      send(): void { reached.push('sent'); }
    }
    const fetched = (input: unknown) => { reached.push(String(input)); return Promise.resolve(new Response('file')); };
    return { fetch: fetched, XMLHttpRequest: Xhr, document: { baseURI: base }, location: new URL(base) } as unknown as Page;
  }

  test('a call to it by fetch is answered by the host page and never leaves', async () => {
    const [asked, reached]: [LrsRequest[], string[]] = [[], []];
    const fake = createWindow(reached);
    shimLrs(fake, createHost(keptNowhere(), asked));
    const answer = await fake.fetch('https://pack.test/__lrs/statements?a=1', { method: 'post', body: '{}' });
    expect([answer.status, await answer.json()]).toEqual([200, { kept: true }]);
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([['POST', 'statements', '{}']]);
    expect(reached).toEqual([]);
  });

  test('a call to it by XMLHttpRequest is answered too, also one that waits', () => {
    const [asked, reached]: [LrsRequest[], string[]] = [[], []];
    const fake = createWindow(reached);
    shimLrs(fake, createHost(keptNowhere(), asked));
    const xhr = new fake.XMLHttpRequest();
    xhr.open('PUT', '/__lrs/activities/state/', false);
    xhr.setRequestHeader('Content-Type', 'text/plain');
    xhr.send('place=3');
    expect([xhr.status, xhr.responseText, xhr.getResponseHeader('Content-Type')]).toEqual([200, '{"kept":true}', 'application/json']);
    expect(asked[0]).toMatchObject({ method: 'PUT', path: 'activities/state', headers: { 'content-type': 'text/plain' }, body: 'place=3' });
    expect(reached).toEqual([]);
  });

  test('a store of another address is not ours to answer: it goes its way, which the security policy closes', async () => {
    const [asked, reached]: [LrsRequest[], string[]] = [[], []];
    const fake = createWindow(reached);
    shimLrs(fake, createHost(keptNowhere(), asked));
    await fake.fetch('https://elsewhere.test/__lrs/statements');
    await fake.fetch('data.json');
    expect(asked).toEqual([]);
    expect(reached).toEqual(['https://elsewhere.test/__lrs/statements', 'data.json']);
  });
});

test('the host page is found through frames in frames, and a page without one finds none', () => {
  const host = createHost(keptNowhere());
  const top = {} as Record<string, unknown>;
  top['parent'] = top;
  const ours = { parent: top, throughlineHost: host };
  const course = { parent: ours };
  const inner = { parent: course } as unknown as Window;
  expect(findHost(inner)).toBe(host);
  const alone = {} as Record<string, unknown>;
  alone['parent'] = alone;
  expect(findHost(alone as unknown as Window)).toBeUndefined();
});
