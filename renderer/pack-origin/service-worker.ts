/// <reference lib="webworker" />
import { z } from 'zod/mini';
import { packFileReplySchema, type PackFileReply } from '#protocol/shell/bridge.ts';
import { answerWithFile } from './file-answer.ts';

// The pack origin's service worker in the browser adapter (architecture, decision 5): it has no files of its own. What a
// pack asks for, it asks of the host page, which asks the app page; only the player's own files come from its cache.

declare const self: ServiceWorkerGlobalScope;

const HOST_CACHE = 'throughline-host-1';
const HOST_PAGE = '/__host/player.html';
/** As long as the kiosk waits for its page (electron/main/pack-file-source.ts), in milliseconds. */
const PATIENCE = 30_000;
let lastRequest = 0;

self.addEventListener('install', (event) => { event.waitUntil(keepHostFiles().then(() => self.skipWaiting())); });
self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()); });

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) {
    // Nothing leaves a pack: its CSP says so too, this is the second wall.
    event.respondWith(new Response(null, { status: 403 }));
    return;
  }
  event.respondWith(url.pathname.startsWith('/__host/') ? hostFile(event.request) : packFile(event));
});

/** Keeps every file of the player before it is needed: a pack must open with no network the first time, too. */
async function keepHostFiles(): Promise<void> {
  const list = await fetch('/__host/host-files.json');
  const files = z.array(z.string()).parse(await list.json());
  const cache = await caches.open(HOST_CACHE);
  await cache.addAll(files.map((file) => `/__host/${file}`));
}

/** The player's own files: from the network when there is one, so that an update arrives; from the cache when not. */
async function hostFile(request: Request): Promise<Response> {
  const cache = await caches.open(HOST_CACHE);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  } catch {
    return (await cache.match(request)) ?? new Response(null, { status: 404 });
  }
}

/** A file of the pack. Its frames, and theirs, are no host pages: only a host page has the port to the app. */
async function packFile(event: FetchEvent): Promise<Response> {
  if (event.request.method !== 'GET') return answerWithFile(undefined, self.location.host);
  const path = decodePath(new URL(event.request.url).pathname.slice(1));
  const hosts = (await self.clients.matchAll({ type: 'window' })).filter((client) => new URL(client.url).pathname === HOST_PAGE);
  const reply = path === undefined ? undefined : await askAny(hosts, { path, ...readRange(event.request.headers.get('range')) });
  return answerWithFile(reply, self.location.host);
}

/** Asks every host page that is open, for a second tab may have this pack too; the first answer counts. */
function askAny(hosts: readonly Client[], question: { path: string }) {
  return new Promise<PackFileReply | undefined>((resolve) => {
    if (hosts.length === 0) resolve(undefined);
    setTimeout(() => { resolve(undefined); }, PATIENCE);
    for (const host of hosts) {
      const channel = new MessageChannel();
      channel.port1.onmessage = (message: MessageEvent<unknown>) => {
        const reply = packFileReplySchema.safeParse(message.data);
        resolve(reply.success ? reply.data : undefined);
      };
      lastRequest += 1;
      host.postMessage({ request: lastRequest, ...question }, [channel.port2]);
    }
  });
}

/** Composed, as the lists have it; undefined for an address that is none. */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return undefined;
  }
}

function readRange(header: string | null): { range?: { from: number; to?: number } } {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (match === null) return {};
  return { range: { from: Number(match[1]), ...(match[2] === '' ? {} : { to: Number(match[2]) }) } };
}
