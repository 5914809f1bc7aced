import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APP_PAGE, isAppPage, mayFrameNavigate, mayNavigate, playerPage } from './page-addresses.ts';

describe('mayNavigate', () => {
  it('lets the page load itself again', () => {
    expect(mayNavigate(APP_PAGE, `${APP_PAGE}#/letters`)).toBe(true);
    expect(mayNavigate(playerPage('fractions'), playerPage('fractions'))).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:app://tablet/1',
    'javascript:1',
    'about:blank',
    'chrome://version',
    'view-source:app://tablet/index.html',
    'devtools://devtools/bundled/inspector.html',
    'app://tablet/index.html?x',
    'app://tablet/',
    'app://tablet/safe.html',
    'app://other/index.html',
    'app://tablet@evil/index.html',
    'pack://fractions/__host/player.html',
    'mailto:a@b.c',
    '',
  ])('keeps the page from going to %s', (url) => {
    expect(mayNavigate(APP_PAGE, url)).toBe(false);
  });

  it('keeps one pack from going to another or to its own files', () => {
    expect(mayNavigate(playerPage('fractions'), playerPage('cravings'))).toBe(false);
    expect(mayNavigate(playerPage('fractions'), 'pack://fractions/evil.html')).toBe(false);
  });

  it('never lets any address through that is not the page itself', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, tail) => {
        expect(mayNavigate(APP_PAGE, url)).toBe(false);
        expect(mayNavigate(APP_PAGE, `${url}#${tail}`)).toBe(false);
      }),
    );
  });
});

describe('mayFrameNavigate', () => {
  it('lets a frame under the player show the files of its own pack', () => {
    expect(mayFrameNavigate(playerPage('golf'), 'pack://golf/content/golf/index.html?page=1#end')).toBe(true);
    expect(mayFrameNavigate(playerPage('golf'), 'pack://golf/__runtime/h5p-runtime/index.html')).toBe(true);
    expect(mayFrameNavigate(playerPage('golf'), 'about:blank')).toBe(true);
  });

  it.each([
    'pack://golf/__host/player.html',
    'pack://golfer/content/index.html',
    'pack://golf.evil/content/index.html',
    'pack://golf',
    'app://tablet/index.html',
    'https://example.org/',
    'data:text/html,x',
    'blob:pack://golf/1',
    'file:///etc/passwd',
    'mailto:a@b.c',
  ])('keeps a frame under the player from going to %s', (url) => {
    expect(mayFrameNavigate(playerPage('golf'), url)).toBe(false);
  });

  it('lets no frame of the tablet page go anywhere', () => {
    expect(mayFrameNavigate(APP_PAGE, APP_PAGE)).toBe(false);
    expect(mayFrameNavigate(APP_PAGE, 'about:blank')).toBe(false);
  });
});

describe('isAppPage', () => {
  it('knows the page with any fragment and nothing else', () => {
    expect(isAppPage(`${APP_PAGE}#/x`)).toBe(true);
    expect(isAppPage('app://tablet/safe.html')).toBe(false);
    expect(isAppPage('app://tablet.evil/index.html')).toBe(false);
  });
});
