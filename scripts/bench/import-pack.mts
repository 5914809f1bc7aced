import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yazl from 'yazl';
import { buildPack } from '../../content-packs/builder/build-pack.ts';
import type { SigningKey } from '../../content-packs/builder/sign-pack.ts';
import { importSource } from '../../content-packs/importers/import-source.ts';
import { makeRow, median, type BenchRow } from './bench-row.mts';

/** The archive of the issue: 3,600 files, 250 MB unpacked, as a large course of pages and pictures is. */
const FILES = 3600;
const BYTES = 250_000_000;
const PAGE_BYTES = 8192;
const RUNS = 3;
const GOAL = { atMost: 1.6 };

/**
 * A large course, from the archive a teacher has to a signed pack, against `unzip` of the same archive onto the same disk.
 * Both end with their files handed to the operating system; the pack's one file is also synced.
 */
export async function benchImportPack(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-import-'));
  try {
    const archive = path.join(folder, 'course.zip');
    await writeCourse(archive);
    const unzips: number[] = [];
    const imports: number[] = [];
    // In turns, so that what else this machine does falls on both.
    for (let run = 0; run < RUNS; run += 1) {
      const place = path.join(folder, String(run));
      await mkdir(place);
      unzips.push(await secondsOf(() => promisify(execFile)('unzip', ['-q', archive, '-d', path.join(place, 'plain')])));
      imports.push(await secondsOf(() => importAndSign(archive, path.join(place, 'source'))));
      await rm(place, { recursive: true });
    }
    const name = 'import and sign of a 250 MB, 3,600-file archive, seconds / unzip of it, seconds';
    return [makeRow(name, median(imports), median(unzips), GOAL)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importAndSign(archive: string, source: string): Promise<void> {
  const imported = await importSource(archive, source);
  if (!imported.ok) throw new Error(imported.error.sentence);
  const yaml = path.join(source, 'pack.yaml');
  const said = await readFile(yaml, 'utf8');
  await writeFile(yaml, said.replace('licence: unknown', 'licence: CC0-1.0').replace('- unknown', '- The bench'));
  const built = await buildPack({ source, out: `${source}.pack`, keys: [KEY] });
  if (!built.ok) throw new Error(built.error.code);
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const KEY: SigningKey = {
  trusted: { keyId: 'bench', role: 'education', publicKey: publicKey.export({ format: 'jwk' }).x ?? '' },
  signBytes: (message) => sign(null, message, privateKey),
};

/**
 * A third of the files are pages of eight kilobytes, the others pictures that do not pack: bytes of a counter, scrambled,
 * the same in every run. All are deflated, as exporters do.
 */
async function writeCourse(file: string): Promise<void> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from('<!doctype html><html lang="en"><head><title>Large</title></head></html>'), 'index.html');
  const pages = Math.floor(FILES / 3);
  const pictureBytes = Math.floor((BYTES - pages * PAGE_BYTES) / (FILES - pages));
  for (let at = 1; at < FILES; at += 1) {
    const isPage = at % 3 === 0;
    const name = `part-${at % 60}/${isPage ? 'page' : 'picture'}-${at}.${isPage ? 'html' : 'jpg'}`;
    zip.addBuffer(isPage ? makePage(PAGE_BYTES, at) : makePicture(pictureBytes, at), name);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}

const WORDS = 'the a of learning kitchen fraction measure safe careful timber wage hour letter number page water'.split(' ');

function makePage(bytes: number, seed: number): Buffer {
  const next = createNumbers(seed);
  const parts = [`<!doctype html><html><head><title>Page ${seed}</title></head><body>`];
  for (let length = 0; length < bytes; ) {
    const line = `<p>${Array.from({ length: 20 }, () => WORDS[next() % WORDS.length] ?? '').join(' ')} ${next()}</p>\n`;
    parts.push(line);
    length += line.length;
  }
  return Buffer.from(parts.join('')).subarray(0, bytes);
}

function makePicture(bytes: number, seed: number): Buffer {
  const next = createNumbers(seed);
  const picture = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4) picture.writeUInt32LE(next(), at);
  return picture;
}

/** Numbers that look like chance and are the same in every run (xorshift, 32 bits). */
function createNumbers(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}
