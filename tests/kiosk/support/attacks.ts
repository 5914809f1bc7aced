/**
 * Things that a hostile script tries in a page. Each is the body of an async function of `(port, udpPort)`; what it
 * returns is only a hint, the proof is outside: sockets, windows, addresses, the process (security.md section 17).
 */
export type Attack = {
  readonly name: string;
  readonly body: string;
  /** Needs a real press of a button first. */
  readonly gesture?: boolean;
};

const HTTP = '`http://127.0.0.1:${port}/`';

/** Ways out of the document. */
export const NAVIGATIONS: readonly Attack[] = [
  { name: 'location to http', body: `location.href = ${HTTP}` },
  { name: 'location to a file', body: `location.href = 'file:///etc/passwd'` },
  { name: 'location to a data address', body: `location.href = 'data:text/html,<p>out'` },
  {
    name: 'location to a blob',
    body: `location.href = URL.createObjectURL(new Blob(['<p>out'], { type: 'text/html' }))`,
  },
  { name: 'location to javascript', body: `location.href = 'javascript:document.body.textContent = "out"'` },
  { name: 'location to chrome', body: `location.href = 'chrome://version'` },
  { name: 'location to view-source', body: `location.href = 'view-source:' + location.href` },
  { name: 'location to devtools', body: `location.href = 'devtools://devtools/bundled/inspector.html'` },
  { name: 'location to another app host', body: `location.href = 'app://other/index.html'` },
  { name: 'location to another document of the app', body: `location.href = 'app://tablet/safe.html'` },
  { name: 'location to a pack', body: `location.href = 'pack://cravings/__host/player.html'` },
  { name: 'mailto', body: `location.href = 'mailto:someone@example.invalid'` },
  { name: 'a scheme of another program', body: `location.href = 'xdg-open://x'` },
  { name: 'location.replace', body: `location.replace(${HTTP})` },
  {
    name: 'meta refresh',
    body: `const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0;url=' + ${HTTP}; document.head.append(meta)`,
  },
  {
    name: 'form GET',
    body: `const form = document.createElement('form'); form.action = ${HTTP}; document.body.append(form); form.submit()`,
  },
  {
    name: 'form POST to a new window',
    body: `const form = document.createElement('form'); form.method = 'post'; form.target = '_blank'; form.action = ${HTTP}; document.body.append(form); form.submit()`,
  },
  {
    name: 'press of a link',
    body: `const a = document.createElement('a'); a.href = ${HTTP}; document.body.append(a); a.click()`,
    gesture: true,
  },
  {
    name: 'press of a link to a new window',
    body: `const a = document.createElement('a'); a.href = ${HTTP}; a.target = '_blank'; document.body.append(a); a.click()`,
    gesture: true,
  },
  {
    name: 'link with ping',
    body: `const a = document.createElement('a'); a.href = '#x'; a.ping = ${HTTP}; document.body.append(a); a.click()`,
    gesture: true,
  },
  { name: 'window.open http', body: `return window.open(${HTTP}) === null`, gesture: true },
  { name: 'window.open blank', body: `return window.open('about:blank', '_blank', 'popup') === null`, gesture: true },
  { name: 'window.open data', body: `return window.open('data:text/html,x') === null`, gesture: true },
  { name: 'iframe http', body: `const f = document.createElement('iframe'); f.src = ${HTTP}; document.body.append(f)` },
  {
    name: 'iframe file',
    body: `const f = document.createElement('iframe'); f.src = 'file:///etc/passwd'; document.body.append(f)`,
  },
  {
    name: 'iframe with a mailto inside',
    body: `const f = document.createElement('iframe'); f.src = 'mailto:x@example.invalid'; document.body.append(f)`,
  },
  { name: 'history back', body: `history.back(); history.go(-2)` },
];

/** Ways to send or fetch. */
export const REQUESTS: readonly Attack[] = [
  { name: 'fetch', body: `await fetch(${HTTP} + 'fetch').catch(() => 0)` },
  {
    name: 'fetch no-cors',
    body: `await fetch(${HTTP}, { mode: 'no-cors', method: 'POST', body: 'x' }).catch(() => 0)`,
  },
  {
    name: 'XMLHttpRequest',
    body: `const x = new XMLHttpRequest(); x.open('GET', ${HTTP}); x.onerror = () => 0; x.send()`,
  },
  { name: 'sendBeacon', body: `navigator.sendBeacon(${HTTP}, 'x')` },
  { name: 'EventSource', body: `new EventSource(${HTTP}).onerror = () => 0` },
  { name: 'WebSocket', body: 'new WebSocket(`ws://127.0.0.1:${port}/`).onerror = () => 0' },
  { name: 'WebSocket by name', body: 'new WebSocket(`ws://localhost:${port}/`).onerror = () => 0' },
  { name: 'image', body: `new Image().src = ${HTTP} + 'image.png'` },
  { name: 'image by name', body: 'new Image().src = `http://localhost:${port}/image.png`' },
  {
    name: 'style sheet',
    body: `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = ${HTTP}; document.head.append(l)`,
  },
  { name: 'font', body: `new FontFace('x', 'url(' + ${HTTP} + ')').load().catch(() => 0)` },
  {
    name: 'video',
    body: `const v = document.createElement('video'); v.src = ${HTTP}; document.body.append(v); v.load()`,
  },
  {
    name: 'object',
    body: `const o = document.createElement('object'); o.setAttribute('data', ${HTTP}); document.body.append(o)`,
  },
  ...['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', 'icon', 'manifest', 'prerender'].map(
    (rel) => ({
      name: `link ${rel}`,
      body: `const l = document.createElement('link'); l.rel = '${rel}'; l.as = 'image'; l.href = \`http://localhost:\${port}/\`; document.head.append(l)`,
    }),
  ),
  {
    name: 'WebRTC',
    body: `const p = new RTCPeerConnection({ iceServers: [{ urls: \`stun:127.0.0.1:\${udpPort}\` }, { urls: \`turn:127.0.0.1:\${port}?transport=tcp\`, username: 'x', credential: 'y' }] });
      p.createDataChannel('x'); await p.setLocalDescription(await p.createOffer()); await new Promise((done) => setTimeout(done, 800)); p.close()`,
  },
  {
    name: 'WebTransport',
    body: 'if (window.WebTransport) await new WebTransport(`https://127.0.0.1:${udpPort}/`).ready.catch(() => 0)',
  },
  { name: 'dynamic import', body: `await import(${HTTP} + 'x.js').catch(() => 0)` },
  {
    name: 'script element',
    body: `const s = document.createElement('script'); s.setAttribute('src', ${HTTP}); document.head.append(s)`,
  },
  { name: 'worker from a blob', body: `new Worker(URL.createObjectURL(new Blob(['fetch("' + ${HTTP} + '")'])))` },
  { name: 'service worker', body: `await navigator.serviceWorker.register('./page.js').catch(() => 0)` },
];

/** Native windows and devices. */
export const POWERS: readonly Attack[] = [
  { name: 'print', body: `window.print()`, gesture: true },
  { name: 'alert', body: `alert('x')`, gesture: true },
  { name: 'confirm', body: `confirm('x')`, gesture: true },
  { name: 'prompt', body: `prompt('x')`, gesture: true },
  { name: 'file input click', body: `document.getElementById('file').click()`, gesture: true },
  { name: 'showOpenFilePicker', body: `await window.showOpenFilePicker()`, gesture: true },
  { name: 'showSaveFilePicker', body: `await window.showSaveFilePicker()`, gesture: true },
  { name: 'showDirectoryPicker', body: `await window.showDirectoryPicker()`, gesture: true },
  {
    name: 'download by link',
    body: `const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.txt'; document.body.append(a); a.click()`,
    gesture: true,
  },
  { name: 'EyeDropper', body: `await new EyeDropper().open()`, gesture: true },
  { name: 'full screen', body: `await document.documentElement.requestFullscreen()`, gesture: true },
  { name: 'pointer lock', body: `await document.body.requestPointerLock()`, gesture: true },
  { name: 'window.moveTo and resizeTo', body: `window.moveTo(5, 5); window.resizeTo(300, 300)`, gesture: true },
];

/** Questions whose answer must be no; each body returns true when the power was refused. */
export const PERMISSIONS: readonly Attack[] = [
  {
    name: 'camera',
    body: `return await navigator.mediaDevices.getUserMedia({ video: true }).then(() => false, () => true)`,
  },
  {
    name: 'microphone',
    body: `return await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => false, () => true)`,
  },
  {
    name: 'the screen',
    body: `return await navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => false, () => true)`,
    gesture: true,
  },
  {
    name: 'position',
    body: `return await new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(false), () => done(true)))`,
  },
  {
    name: 'notifications',
    body: `return !('Notification' in window) || (await Notification.requestPermission()) === 'denied'`,
    gesture: true,
  },
  {
    name: 'reading the clipboard',
    body: `return await navigator.clipboard.readText().then(() => false, () => true)`,
    gesture: true,
  },
  {
    name: 'MIDI',
    body: `return await navigator.requestMIDIAccess({ sysex: true }).then(() => false, () => true)`,
    gesture: true,
  },
  {
    name: 'USB',
    body: `return !navigator.usb || await navigator.usb.requestDevice({ filters: [] }).then(() => false, () => true)`,
    gesture: true,
  },
  {
    name: 'HID',
    body: `return !navigator.hid || await navigator.hid.requestDevice({ filters: [] }).then((found) => found.length === 0, () => true)`,
    gesture: true,
  },
  {
    name: 'serial',
    body: `return !navigator.serial || await navigator.serial.requestPort().then(() => false, () => true)`,
    gesture: true,
  },
  {
    name: 'Bluetooth',
    body: `return !navigator.bluetooth || await navigator.bluetooth.requestDevice({ acceptAllDevices: true }).then(() => false, () => true)`,
    gesture: true,
  },
  {
    name: 'wake lock',
    body: `return !navigator.wakeLock || await navigator.wakeLock.request('screen').then(() => false, () => true)`,
    gesture: true,
  },
  {
    name: 'a key of the keyboard',
    body: `return !navigator.keyboard || await navigator.keyboard.lock(['Escape']).then(() => true, () => true)`,
    gesture: true,
  },
];

/** What is evaluated from outside may use eval while it runs, so these run a turn later, as the page's own. */
const later = (body: string): string =>
  `return new Promise((done) => setTimeout(() => done((() => { ${body} })()), 0))`;

/** Script out of text, and what belongs to the shell. */
export const SCRIPTS: readonly Attack[] = [
  { name: 'eval', body: later(`try { eval('1'); return false } catch { return true }`) },
  { name: 'Function', body: later(`try { new Function('return 1')(); return false } catch { return true }`) },
  {
    name: 'innerHTML',
    body: `try { document.body.innerHTML += '<img src=x onerror="window.ran = true">'; return false } catch { return window.ran !== true }`,
  },
  {
    name: 'script text',
    body: `try { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.head.append(s) } catch {} return window.ran !== true`,
  },
  {
    name: 'srcdoc',
    body: `try { const f = document.createElement('iframe'); f.srcdoc = '<script>parent.ran = true</script>'; document.body.append(f) } catch {} await new Promise((done) => setTimeout(done, 100)); return window.ran !== true`,
  },
  {
    name: 'Node',
    body: `return typeof require === 'undefined' && typeof process === 'undefined' && typeof module === 'undefined' && typeof Buffer === 'undefined'`,
  },
  { name: 'ipcRenderer', body: `return typeof ipcRenderer === 'undefined' && typeof electron === 'undefined'` },
];
