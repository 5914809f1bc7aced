import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addContentShim, CONTENT_SHIM } from './add-content-shim.ts';

const shimmed = (page: string) => addContentShim(Buffer.from(page, 'latin1')).toString('latin1');

describe('addContentShim', () => {
  it.each([
    ['a plain head', '<!doctype html><html><head>', '<title>A</title></head><body>x</body></html>'],
    ['a head with attributes', '<html><HEAD profile="x">', '<script src="a.js"></script></HEAD></html>'],
    ['no head', '<!DOCTYPE html>\n<html lang="cy">', '<title>A</title><p>x'],
    ['no html either', '<!doctype html>', '<title>A</title><script>run()</script>'],
    ['nothing but words', '', 'just words'],
    ['frames', '<html>', '<frameset cols="1,2"><frame src="a.html"></frameset></html>'],
    ['a comment that looks like a head', '<!-- <head> --><html><head>', '<title>A</title></head></html>'],
    ['a head behind a long comment', `<!-- ${'x'.repeat(600)} --><html><head>`, '<title>A</title></head></html>'],
    ['a head tag where the first look ends', `${' '.repeat(503)}<html><head>`, `<title>A</title></head>${'x'.repeat(600)}`],
    [
      'XHTML',
      '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head>',
      '<title/></head></html>',
    ],
  ])('PACK-32 puts the shim before everything of a page with %s', (_, before, after) => {
    expect(shimmed(before + after)).toBe(before + CONTENT_SHIM + after);
  });

  it('keeps a page in its own encoding', () => {
    const page = Buffer.from('<html><head><meta charset="iso-8859-1"></head><body>caf\xe9</body></html>', 'latin1');
    const out = addContentShim(page);
    expect(out.toString('latin1')).toContain('caf\xe9');
    expect(out[0]).toBe('<'.charCodeAt(0));
  });

  it('says that a page is UTF-8 where it is and says nothing', () => {
    const out = addContentShim(Buffer.from('<html><head></head><body>dŵr</body></html>'));
    expect(out.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(addContentShim(Buffer.from('<html><head><meta charset=utf-8></head><body>dŵr'))[0]).toBe('<'.charCodeAt(0));
  });

  it('turns UTF-16 into UTF-8', () => {
    const page = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('<html><head></head><body>dŵr</body></html>', 'utf16le'),
    ]);
    expect(addContentShim(page).toString('utf8')).toBe(
      `\ufeff<html><head>${CONTENT_SHIM}</head><body>dŵr</body></html>`,
    );
  });

  it('keeps every byte but the shim, whatever the page', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom('<html>', '<head>', '<!doctype html>', '<body>', '<!--', '-->', '<p>'), fc.string()),
        ),
        (parts) => {
          const page = Buffer.from(parts.join(''));
          const out = addContentShim(page).toString('latin1');
          const [before = '', after = '', more] = out.split(CONTENT_SHIM);
          expect(more).toBe(undefined);
          expect((before + after).replace(/^\xef\xbb\xbf/, '')).toBe(
            page.toString('latin1').replace(/^\xef\xbb\xbf/, ''),
          );
        },
      ),
    );
  });
});
