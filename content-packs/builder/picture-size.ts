/** Width and height in pixels (for SVG: of its viewBox). */
export type PictureSize = { readonly width: number; readonly height: number };

/** Looks at a picture's own bytes for its kind and size; undefined when they are not what the name's ending says. */
export function readPictureSize(bytes: Buffer, ending: string): PictureSize | undefined {
  switch (ending) {
    case 'png':
      return sizeOfPng(bytes);
    case 'jpg':
      return sizeOfJpeg(bytes);
    case 'webp':
      return sizeOfWebp(bytes);
    case 'svg':
      return sizeOfSvg(bytes.toString('utf8'));
    default:
      return undefined;
  }
}

function sizeOfPng(bytes: Buffer): PictureSize | undefined {
  if (
    bytes.length < 33 ||
    bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' ||
    bytes.toString('latin1', 12, 16) !== 'IHDR'
  )
    return undefined;
  return sane(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
}

/** Walks JPEG segments to the frame header (SOF0 to SOF15 without the tables DHT, JPG, DAC). */
function sizeOfJpeg(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return sane(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The three kinds of WebP (RFC 9649): lossy VP8, lossless VP8L, extended VP8X. */
function sizeOfWebp(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP')
    return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return sane(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return sane((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sane(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    default:
      return undefined;
  }
}

function sizeOfSvg(text: string): PictureSize | undefined {
  const viewBox = /<svg\b[^>]*\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(
    text,
  );
  if (!viewBox) return undefined;
  return sane(Math.round(Number(viewBox[1])), Math.round(Number(viewBox[2])));
}

/** A picture of more than 10,000 pixels a side would fill a tablet's memory when drawn. */
function sane(width: number, height: number): PictureSize | undefined {
  return width >= 1 && height >= 1 && width <= 10_000 && height <= 10_000 ? { width, height } : undefined;
}
