import { isAscii, isUtf8 } from 'node:buffer';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { declaredCharset, decodeText, markedCharset } from '../builder/decode-text.ts';

/** The script every imported page runs first (PACK-32): it denies windows, network and lasting storage, and answers for the LMS. */
export const CONTENT_SHIM = '<script src="/__host/content-shim.js"></script>';

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The head of a page stands at its beginning; this much is looked at, however long the page is. A head that begins later
 * (behind a long comment) is met by a script that has opened one already, which browsers take as well.
 */
const LOOKED_AT_BYTES = 4 * 1024;

/** Most heads begin within this much; only where none does is the rest looked at, which takes eight times as long. */
const FIRST_LOOK_BYTES = 512;

/**
 * Puts the content shim first into the `head` of a page and keeps every other byte, encoding included: what is put in is
 * ASCII, and pages are written in encodings that contain ASCII. Two exceptions: UTF-16 becomes UTF-8, and a UTF-8 page
 * that does not say so gets the mark that does, or an origin without a web server's settings would show it wrongly.
 */
export function addContentShim(page: Buffer): Buffer {
  const mark = markedCharset(page);
  if (mark === 'utf-16le' || mark === 'utf-16be')
    return addContentShim(Buffer.concat([UTF8_MARK, Buffer.from(decodeText(page))]));
  const start = mark === 'utf-8' ? UTF8_MARK.length : 0;
  // One letter for each byte, so that places in the text are places in the bytes.
  const at = start + placeOfHead(page.toString('latin1', start, start + LOOKED_AT_BYTES));
  const needsMark = mark === undefined && declaredCharset(page) === undefined && !isAscii(page) && isUtf8(page);
  return Buffer.concat([
    needsMark ? UTF8_MARK : Buffer.alloc(0),
    page.subarray(0, at),
    Buffer.from(CONTENT_SHIM),
    page.subarray(at),
  ]);
}

/**
 * Behind the `head` tag; where a page has none, behind the `html` tag, the doctype or the XML declaration, where a
 * script makes browsers open a head of their own.
 */
function placeOfHead(text: string): number {
  const soon = text.length > FIRST_LOOK_BYTES ? placeBehindHeadTag(parsePage(text.slice(0, FIRST_LOOK_BYTES))) : undefined;
  if (soon !== undefined) return soon;
  const page = parsePage(text);
  const html = htmlOf(page);
  const doctype = page.childNodes.find((node) => node.nodeName === '#documentType');
  return (
    placeBehindHeadTag(page) ??
    html?.sourceCodeLocation?.startTag?.endOffset ??
    doctype?.sourceCodeLocation?.endOffset ??
    /^\s*<\?xml[^>]*\?>/.exec(text)?.[0].length ??
    0
  );
}

/** A tag that was cut off, or stands in a comment, makes no head that has a tag. */
function placeBehindHeadTag(page: DefaultTreeAdapterTypes.Document): number | undefined {
  const head = htmlOf(page)?.childNodes.find((node) => node.nodeName === 'head') as DefaultTreeAdapterTypes.Element | undefined;
  return head?.sourceCodeLocation?.startTag?.endOffset;
}

function htmlOf(page: DefaultTreeAdapterTypes.Document): DefaultTreeAdapterTypes.Element | undefined {
  return page.childNodes.find((node) => node.nodeName === 'html') as DefaultTreeAdapterTypes.Element | undefined;
}

function parsePage(text: string): DefaultTreeAdapterTypes.Document {
  return parse(text, { sourceCodeLocationInfo: true });
}
