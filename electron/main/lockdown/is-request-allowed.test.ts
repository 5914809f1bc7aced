import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRequestAllowed } from './is-request-allowed.ts';

describe('isRequestAllowed', () => {
  it('lets a page ask for its own files and its own blobs', () => {
    expect(isRequestAllowed('app://tablet/assets/a.js', 'app')).toBe(true);
    expect(isRequestAllowed('blob:app://tablet/0a1b', 'app')).toBe(true);
    expect(isRequestAllowed('pack://fractions/en/01.json', 'pack')).toBe(true);
  });

  it.each([
    'app://tablet.evil/',
    'app://tabletevil/',
    'app://other/',
    'pack://fractions/',
    'blob:null/1',
    'blob:http://a/1',
    'file:///etc/passwd',
    'data:,x',
    'devtools://x',
    'ws://127.0.0.1/',
  ])('keeps the tablet page from %s', (address) => {
    expect(isRequestAllowed(address, 'app')).toBe(false);
  });

  it('keeps a pack from the tablet page and from the network', () => {
    expect(isRequestAllowed('app://tablet/index.html', 'pack')).toBe(false);
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'ws', 'wss', 'ftp'] }), (address) => {
        expect(isRequestAllowed(address, 'pack')).toBe(false);
        expect(isRequestAllowed(address, 'app')).toBe(false);
      }),
    );
  });
});
