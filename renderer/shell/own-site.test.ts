import { expect, test } from 'vitest';
import { ownSiteAddress } from './own-site.ts';

test('a page at plain localhost moves to a name that packs can be below, with its port and path', () => {
  expect(ownSiteAddress('http://localhost:8600/tablet/')).toBe('http://throughline.localhost:8600/tablet/');
  expect(ownSiteAddress('http://127.0.0.1:8600/tablet/')).toBe('http://throughline.localhost:8600/tablet/');
});

test('a gateway with a name of its own, and the kiosk, stay where they are', () => {
  expect(ownSiteAddress('https://gateway.prison.example/tablet/')).toBeUndefined();
  expect(ownSiteAddress('http://throughline.localhost:8600/tablet/')).toBeUndefined();
  expect(ownSiteAddress('app://tablet/index.html')).toBeUndefined();
});
