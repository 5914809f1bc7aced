import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/**
 * Files of our own that a protocol serves, by path with a leading slash. Which there are is read once, and no path is
 * ever joined from a request. All are held in memory but the sounds: those are many, and few are heard.
 */
export type AppFiles = ReadonlyMap<string, AppFile>;
export type AppFile = { readonly body: Uint8Array<ArrayBuffer> | (() => ReadableStream); readonly type: string };

/** The only kinds of file the shell serves of its own; anything else in the folder is not served at all. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  // What pdf.js reads: tables of East Asian letters, and fonts a PDF may leave out.
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
};

/** The kind that is read when it is asked for. */
const SOUND = { ending: 'opus', type: 'audio/ogg' };

/** What a response is made of. */
export function bodyOf({ body }: AppFile): Uint8Array<ArrayBuffer> | ReadableStream {
  return typeof body === 'function' ? body() : body;
}

/** Reads a folder whole. Takes its path and the path prefix it is served under (`` or `/__host`); a missing folder is empty. */
export async function readAppFiles(folder: string, prefix = ''): Promise<AppFiles> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry): Promise<[string, AppFile][]> => {
      const path = join(folder, entry.name);
      const name = `${prefix}/${entry.name}`;
      if (entry.isDirectory()) return [...(await readAppFiles(path, name))];
      const ending = entry.name.split('.').pop() ?? '';
      if (entry.isFile() && ending === SOUND.ending) return [[name, { body: () => streamOf(path), type: SOUND.type }]];
      const type = TYPES[ending];
      if (!entry.isFile() || type === undefined) return [];
      return [[name, { body: new Uint8Array(await readFile(path)), type }]];
    }),
  );
  return new Map(found.flat());
}

function streamOf(path: string): ReadableStream {
  return Readable.toWeb(createReadStream(path)) as ReadableStream;
}
