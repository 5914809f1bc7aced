/// <reference lib="webworker" />
import { z } from 'zod/mini';
import { packFileReplySchema } from '#protocol/shell/bridge.ts';

// The pack origin's service worker in the browser adapter (architecture, decision 5): it has no files of its own. What a
// pack asks for, it asks of the host page, which asks the app page; only the player's own files come from its cache.

declare const self: ServiceWorkerGlobalScope;

const HOST_CACHE = 'throughline-host-1';
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

async function packFile(event: FetchEvent): Promise<Response> {
  const client = event.clientId === '' ? undefined : await self.clients.get(event.clientId);
  if (client === undefined || event.request.method !== 'GET') return new Response(null, { status: 404 });
  lastRequest += 1;
  const path = decodeURIComponent(new URL(event.request.url).pathname.slice(1));
  const reply = await ask(client, { request: lastRequest, path, ...readRange(event.request.headers.get('range')) });
  if (reply === undefined) return new Response(null, { status: 404 });
  if (!('body' in reply)) return new Response(null, { status: reply.status });
  const headers = new Headers({ 'Content-Type': reply.type, 'Accept-Ranges': 'bytes', 'X-Content-Type-Options': 'nosniff' });
  if (reply.status === 206) headers.set('Content-Range', `bytes ${String(reply.from)}-${String(reply.to)}/${String(reply.size)}`);
  return new Response(reply.body, { status: reply.status, headers });
}

function ask(client: Client, question: { request: number; path: string }) {
  return new Promise<ReturnType<typeof packFileReplySchema.parse> | undefined>((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (message: MessageEvent<unknown>) => {
      const reply = packFileReplySchema.safeParse(message.data);
      resolve(reply.success ? reply.data : undefined);
    };
    client.postMessage(question, [channel.port2]);
  });
}

function readRange(header: string | null): { range?: { from: number; to?: number } } {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (match === null) return {};
  return { range: { from: Number(match[1]), ...(match[2] === '' ? {} : { to: Number(match[2]) }) } };
}
