import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { securityHeaders } from '../../gateway/http/security-headers.ts';
import type { PlayerStart, PlayerToApp } from '../../protocol/shell/player.ts';
import { inProject } from '../../scripts/lib/paths.mts';

/** A file of the pack that is open: its type as a signed list would say it, and its bytes. */
export type StageFile = { readonly type: string; readonly bytes: Uint8Array };

/**
 * The real player in a browser, without gateway and tablet: its built files at a pack's own host name under the gateway's
 * policy, framed by a page that hands it the files of `files`. For tests and figures of a single player.
 */
export type PlayerStage = {
  readonly files: Map<string, StageFile>;
  /** Opens an activity in a fresh frame; resolves when the player has its port. Kept state and place go in `start`. */
  readonly open: (page: Page, start: Partial<PlayerStart> & Pick<PlayerStart, 'kind' | 'entry'>) => Promise<void>;
  /** All that the player told the app since it was opened. */
  readonly heard: (page: Page) => Promise<readonly PlayerToApp[]>;
  readonly close: () => Promise<void>;
};

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.ttf': 'font/ttf' };

/** Starts the stage on a free port. The pack origin must have been built. */
export async function openPlayerStage(): Promise<PlayerStage> {
  if (!existsSync(inProject('out/pack-origin/player.html'))) throw new Error('out/pack-origin is missing: run npm run build.');
  const files = new Map<string, StageFile>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const port = (server.address() as AddressInfo).port;
    if (request.headers.host?.startsWith('stage.packs.') === true) return sendHostFile(response, url.pathname, port);
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (url.pathname === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end(APP_PAGE);
    if (url.pathname.startsWith('/files/')) return sendPackFile(response, files.get(decodeURIComponent(url.pathname.slice(7))), request.headers.range);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    files,
    open: async (page, start) => {
      await page.goto(`http://throughline.localhost:${String(port)}/`);
      await page.evaluate(([origin, what]) => (window as unknown as { openPack: (origin: string, start: unknown) => Promise<void> }).openPack(origin, what), [`http://stage.packs.throughline.localhost:${String(port)}`, { ...PLAIN, ...start }] as const);
    },
    heard: (page) => page.evaluate(() => (window as unknown as { heard: PlayerToApp[] }).heard),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What stands in every start that a test does not say otherwise. */
const PLAIN = { type: 'start', activityId: 'stage.one', title: 'On the stage', language: 'en', direction: 'ltr', textSize: 100, theme: 'light', params: {}, resume: null, state: null, next: null };

function sendHostFile(response: ServerResponse, path: string, port: number): void {
  const headers = securityHeaders('pack', { packSources: [], appOrigins: [`http://throughline.localhost:${String(port)}`], secure: false });
  const file = join(inProject('out/pack-origin'), normalize(path.replace('/__host/', '/')));
  if (!path.startsWith('/__host/') || !existsSync(file)) return void response.writeHead(404, headers).end();
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'content-type': type, ...(file.endsWith('service-worker.js') ? { 'service-worker-allowed': '/' } : {}) }).end(readFileSync(file));
}

function sendPackFile(response: ServerResponse, file: StageFile | undefined, range: string | undefined): void {
  if (file === undefined) return void response.writeHead(404).end();
  const [, from = '0', to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const last = to === undefined || to === '' ? file.bytes.length - 1 : Math.min(Number(to), file.bytes.length - 1);
  response.writeHead(range === undefined ? 200 : 206, { 'x-size': String(file.bytes.length), 'content-type': file.type }).end(file.bytes.subarray(Number(from), last + 1));
}

/** Stands for the tablet's page: frames the player and answers its questions for files, as `renderer/packs` does. */
const APP_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stage</title>
<style>html,body{margin:0;height:100%}div,iframe{display:block;border:0;width:100%;height:100vh}h1{position:absolute;inset-inline-start:-99px;inline-size:9px;overflow:hidden}</style><main><h1>Stage</h1><div></div></main>
<script>
window.heard = [];
window.asked = [];
window.openPack = async (origin, start) => {
  const frame = document.createElement('iframe');
  frame.title = 'Pack';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.src = origin + '/__host/player.html';
  const ready = new Promise((resolve) => addEventListener('message', (event) => { if (event.data === 'throughline:player-host-ready') resolve(); }));
  document.querySelector('div').replaceChildren(frame);
  await ready;
  const player = new MessageChannel();
  const files = new MessageChannel();
  files.port1.onmessage = async ({ data }) => {
    window.asked.push(data);
    const range = data.range === undefined ? {} : { range: 'bytes=' + data.range.from + '-' + (data.range.to ?? '') };
    const answer = await fetch('/files/' + encodeURIComponent(data.path), { headers: range });
    if (!answer.ok) return files.port1.postMessage({ request: data.request, status: 404 });
    const body = await answer.arrayBuffer();
    const size = Number(answer.headers.get('x-size'));
    const type = answer.headers.get('content-type');
    const part = data.range === undefined ? { status: 200 } : { status: 206, from: data.range.from, to: data.range.from + body.byteLength - 1 };
    files.port1.postMessage({ request: data.request, ...part, type, size, body });
  };
  player.port1.onmessage = ({ data }) => { window.heard.push(data); if (data.type === 'ready') player.port1.postMessage(start); };
  window.toPlayer = (message) => player.port1.postMessage(message);
  frame.contentWindow.postMessage('throughline:player-port', origin, [player.port2, files.port2]);
  const opened = performance.now();
  window.openedAt = opened;
};
</script></html>`;
