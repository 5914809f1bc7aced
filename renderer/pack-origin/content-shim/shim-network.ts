import { replace } from './replace.ts';

/** Ways out that a course may look for. Not there at all: a course that looks before it leaps then goes on without. */
const ABSENT = [
  'WebSocket',
  'EventSource',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'WebTransport',
  'SharedWorker',
  'indexedDB',
  'caches',
  'openDatabase',
] as const;

/** Takes away calls home and storage that outlives the person. */
export function shimNetwork(window: Window): void {
  for (const name of ABSENT) if (name in window) replace(window, name, undefined);
  replace(window.navigator, 'sendBeacon', () => false);
  if ('serviceWorker' in window.navigator) replace(window.navigator, 'serviceWorker', undefined);
}
