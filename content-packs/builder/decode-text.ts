import { isUtf8 } from 'node:buffer';

/** Where a charset may be declared: the first kibibyte, as browsers look (HTML 13.2.3.2), read as bytes. */
const DECLARED_WITHIN = 1024;
const DECLARED = /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * Reads text of unknown encoding: by its byte-order mark, else the charset it declares (XML declaration or HTML `meta`),
 * else as UTF-8 and, where it is not UTF-8, as Windows-1252, in which every byte is something. Returns no byte-order mark.
 */
export function decodeText(bytes: Uint8Array): string {
  const charset = markedCharset(bytes) ?? declaredCharset(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return decodeAs(charset, bytes);
}

/** The charset of a byte-order mark, if there is one. */
export function markedCharset(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** The charset the text says it has, if it says one. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const found = DECLARED.exec(Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1'));
  const said = (found?.[1] ?? found?.[2])?.toLowerCase();
  // Text that could be read this far byte by byte cannot be UTF-16, whatever it says (HTML 4.10.18.6).
  return said?.startsWith('utf-16') ? 'utf-8' : said;
}

/** A charset nobody knows is read as Windows-1252, as browsers do with text that says nothing. */
function decodeAs(charset: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
