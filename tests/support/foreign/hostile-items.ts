import { CONTENT_SHIM } from '../../../content-packs/importers/add-content-shim.ts';
import type { ForeignItem } from './make-foreign-pack.ts';

/** Title of the pack of hostile pages. */
export const HOSTILE = 'Hostile pages';

/** Ports on this machine that nothing of a pack may ever reach (tests/kiosk/support/canaries.ts). */
export type ForbiddenPorts = { readonly tcpPort: number; readonly udpPort: number };

/** Pages that do what a page must not. Made here, and harmless where the player holds. */
export function hostileItems(ports: ForbiddenPorts): readonly ForeignItem[] {
  const waysOut = `const tcpPort = ${String(ports.tcpPort)}, udpPort = ${String(ports.udpPort)};${WAYS_OUT}`;
  return [
    { slug: 'ways-out', kind: 'web', entry: 'index.html', files: new Map([['index.html', page(waysOut)], ['worker.js', 'self.addEventListener("fetch", () => undefined)']]) },
    { slug: 'sends-itself-away', kind: 'web', entry: 'index.html', files: new Map([['index.html', page(`const tcpPort = ${String(ports.tcpPort)};${SENDS_ITSELF_AWAY}`)]]) },
    { slug: 'asks-for-a-file', kind: 'web', entry: 'index.html', files: new Map([['index.html', FILE_FIELD]]) },
    { slug: 'loops-for-ever', kind: 'web', entry: 'index.html', files: new Map([['index.html', page(LOOP)]]) },
  ];
}

function page(script: string): string {
  return `<!doctype html><html><head>${CONTENT_SHIM}<title>x</title></head><body><p id="done"></p><pre id="result"></pre><script>${script}</script></body></html>`;
}

/** A file dialog would have taken the keyboard by the time it says that two seconds have gone. */
const FILE_FIELD = `<!doctype html><html><head>${CONTENT_SHIM}<title>x</title></head><body><input type="file" id="file" aria-label="Choose a file"><p id="done">Not pressed yet</p>
<script>document.getElementById('file').addEventListener('click', () => setTimeout(() => { document.getElementById('done').textContent = 'Two seconds later'; }, 2000));</script></body></html>`;

/** The form that would take its frame elsewhere comes alone: on Chromium 114 nothing is left of a page whose form was refused. */
const SENDS_ITSELF_AWAY = `
addEventListener('load', () => {
  const form = Object.assign(document.createElement('form'), { action: 'http://127.0.0.1:' + tcpPort + '/form', method: 'post' });
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Go away' });
  document.body.append(form, button);
  button.addEventListener('click', () => {
    form.submit();
    setTimeout(() => { document.getElementById('done').textContent = 'still here'; }, 1000);
  });
});`;

const LOOP = 'addEventListener("load", () => setTimeout(() => { for (;;); }, 500));';

/** Tries each way out without the shim too (a clean window's own functions), and lists those that opened. */
const WAYS_OUT = `
(async () => {
  const opened = [];
  const attempt = async (name, way) => { try { if (await way()) opened.push(name); } catch { /* it held */ } };
  const clean = document.createElement('iframe');
  document.body.append(clean);
  const bare = clean.contentWindow;
  const far = 'http://127.0.0.1:' + tcpPort + '/';
  const isKiosk = location.protocol === 'pack:';
  const otherPack = isKiosk ? 'pack://using-this-tablet' : location.origin.replace(/\\/\\/[^.]+/, '//using-this-tablet');
  const app = isKiosk ? 'app://tablet/index.html' : location.origin.replace(/\\/\\/[^.]+\\.packs\\./, '//') + '/tablet/';
  const loads = (element, address) => new Promise((done) => {
    element.onload = () => done(true);
    element.onerror = () => done(false);
    element.src = address;
  });
  const press = (change) => {
    const link = Object.assign(document.createElement('a'), { href: far + 'link' }, change);
    document.body.append(link);
    link.click();
    return false;
  };
  const send = (target) => {
    const form = Object.assign(document.createElement('form'), { action: far + 'form', method: 'post', target });
    document.body.append(form);
    form.submit();
    return false;
  };
  await attempt('window.open', () => bare.open(far) !== null);
  await attempt('an empty window', () => bare.open('about:blank', '_blank', 'popup') !== null);
  await attempt('a link to a new window', () => press({ target: '_blank' }));
  await attempt('a link to the whole window', () => press({ target: '_top' }));
  await attempt('a link that is told of', () => press({ href: '#x', ping: far + 'ping' }));
  await attempt('a form to a new window', () => send('_blank'));
  await attempt('fetch', () => bare.fetch(far).then(() => true));
  await attempt('fetch that asks for nothing', () => bare.fetch(far, { mode: 'no-cors', method: 'POST', body: 'x' }).then(() => true));
  await attempt('other pack', () => bare.fetch(otherPack + '/__host/player.html', { mode: 'no-cors' }).then(() => true));
  await attempt('a picture of another pack', () => loads(new Image(), otherPack + '/en/media/cover.svg'));
  await attempt('app', () => bare.fetch(app, { mode: 'no-cors' }).then(() => true));
  await attempt('the window of the app', () => top !== parent && top.document !== undefined);
  await attempt('what the app stores', () => (top === parent ? false : top.localStorage !== undefined));
  await attempt('databases of anybody', () => bare.indexedDB.databases().then((all) => all.length > 0));
  await attempt('cookies of anybody', () => bare.document.cookie !== '');
  await attempt('websocket', () => new Promise((done) => {
    const socket = new bare.WebSocket('ws://127.0.0.1:' + tcpPort + '/');
    socket.onopen = () => done(true);
    socket.onerror = () => done(false);
  }));
  await attempt('beacon', () => typeof navigator.sendBeacon === 'function' && navigator.sendBeacon(far));
  await attempt('worker', () => new Promise((done) => {
    const worker = new bare.Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
    worker.onmessage = () => done(true);
    worker.onerror = () => done(false);
  }));
  await attempt('a service worker of its own', () => bare.navigator.serviceWorker.register(new URL('worker.js', location.href).href).then(() => true));
  await attempt('picture', () => loads(new Image(), far + 'x.png'));
  await attempt('script', () => loads(document.head.appendChild(document.createElement('script')), far + 'x.js'));
  await attempt('import', () => import(far + 'x.js').then(() => true));
  await attempt('a frame', () => { document.body.append(Object.assign(document.createElement('iframe'), { src: far + 'frame' })); return false; });
  await attempt('hints', () => {
    for (const rel of ['preconnect', 'prefetch', 'preload', 'modulepreload', 'icon', 'manifest', 'stylesheet', 'prerender'])
      document.head.append(Object.assign(document.createElement('link'), { rel, as: 'image', href: far + rel }));
    return false;
  });
  await attempt('top', () => { top.location.href = far + 'top'; return false; });
  await attempt('app bridge', () => 'shell' in window || 'shell' in parent || 'shell' in top);
  await attempt('own storage', () => { localStorage.setItem('x', '1'); return bare.localStorage.getItem('x') === '1'; });
  await attempt('WebRTC', async () => {
    const servers = [{ urls: 'stun:127.0.0.1:' + udpPort }, { urls: 'turn:127.0.0.1:' + tcpPort + '?transport=tcp', username: 'x', credential: 'y' }];
    const call = new bare.RTCPeerConnection({ iceServers: servers });
    call.createDataChannel('x');
    await call.setLocalDescription(await call.createOffer());
    await new Promise((done) => setTimeout(done, 800));
    call.close();
    return false;
  });
  document.getElementById('result').textContent = JSON.stringify(opened);
  document.getElementById('done').textContent = 'tried everything';
})();
`;
