import { CONTENT_SHIM } from '../../../content-packs/importers/add-content-shim.ts';
import type { ForeignItem } from './make-foreign-pack.ts';

/** Pages that do what a page must not. Made here, and harmless where the player holds. */
export function hostileItems(): readonly ForeignItem[] {
  return [
    { slug: 'ways-out', kind: 'web', entry: 'index.html', files: new Map([['index.html', page(WAYS_OUT)]]) },
    { slug: 'loops-for-ever', kind: 'web', entry: 'index.html', files: new Map([['index.html', page('addEventListener("load", () => setTimeout(() => { for (;;); }, 500));')]]) },
  ];
}

function page(script: string): string {
  return `<!doctype html><html><head>${CONTENT_SHIM}<title>x</title></head><body><p id="done"></p><pre id="result"></pre><script>${script}</script></body></html>`;
}

/** Tries each way out without the shim too (a clean window's own functions), and lists those that opened. */
const WAYS_OUT = `
(async () => {
  const opened = [];
  const attempt = async (name, way) => { try { if (await way()) opened.push(name); } catch { /* it held */ } };
  const clean = document.createElement('iframe');
  document.body.append(clean);
  const bare = clean.contentWindow;
  const far = 'http://192.0.2.1/';
  await attempt('window.open', () => bare.open(far) !== null);
  await attempt('fetch', () => bare.fetch(far).then(() => true));
  await attempt('other pack', () => bare.fetch('pack://using-this-tablet/__host/player.html').then(() => true));
  await attempt('app', () => bare.fetch('app://tablet/index.html').then(() => true));
  await attempt('websocket', () => new Promise((done) => {
    const socket = new bare.WebSocket('ws://192.0.2.1/');
    socket.onopen = () => done(true);
    socket.onerror = () => done(false);
  }));
  await attempt('beacon', () => typeof navigator.sendBeacon === 'function' && navigator.sendBeacon(far));
  await attempt('worker', () => new Promise((done) => {
    const worker = new bare.Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
    worker.onmessage = () => done(true);
    worker.onerror = () => done(false);
  }));
  await attempt('picture', () => new Promise((done) => {
    const image = new Image();
    image.onload = () => done(true);
    image.onerror = () => done(false);
    image.src = far + 'x.png';
  }));
  await attempt('top', () => { top.location.href = far; return false; });
  await attempt('app bridge', () => 'shell' in window || 'shell' in parent || 'shell' in top);
  await attempt('own storage', () => { localStorage.setItem('x', '1'); return bare.localStorage.getItem('x') === '1'; });
  document.getElementById('result').textContent = JSON.stringify(opened);
  document.getElementById('done').textContent = 'tried everything';
})();
`;
