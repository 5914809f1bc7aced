import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { StaffFile } from '../../http/staff-route.ts';
import { MAX_REPLACEMENT_BYTES } from './staff-api.ts';

type FileFailure = { readonly code: 'draft-file' | 'too-large' };

/** A course has no more files than this (read-source.ts); more are not listed. */
const MAX_LISTED = 5000;

/** The files of a source folder, by path, `/` between the parts. */
export async function listSourceFiles(source: string): Promise<{ readonly path: string; readonly bytes: number }[]> {
  const names = await readdir(source, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).slice(0, MAX_LISTED);
  const listed = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path: path.slice(source.length + 1), bytes: (await lstat(path)).size };
  });
  return (await Promise.all(listed)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One file to send. Takes a path that `packPathSchema` has judged. */
export async function findSourceFile(source: string, path: string): Promise<Result<StaffFile, FileFailure>> {
  if (!(await isPlain(source, path))) return fail({ code: 'draft-file' });
  const place = join(source, path);
  return ok({ path: place, bytes: (await lstat(place)).size });
}

/**
 * Puts a file in place of the one there, or beside the others where there is none: captions for a film that has none.
 * What was there stays until the new one is whole. `pack.yaml` has a form of its own.
 */
export async function replaceSourceFile(
  source: string,
  path: string,
  bytes: Readable,
): Promise<Result<{ readonly bytes: number }, FileFailure>> {
  const isNew = (await lstat(join(source, path)).catch(() => undefined)) === undefined;
  if (path.toLowerCase() === 'pack.yaml' || !(isNew ? await isPlainFolder(source, path) : await isPlain(source, path)))
    return fail({ code: 'draft-file' });
  const place = join(source, path);
  // Beside the source folder, so that a half-written file is no part of the course.
  const fresh = `${source}.file`;
  const received = await receive(bytes, fresh);
  if (received === undefined) {
    await rm(fresh, { force: true });
    return fail({ code: 'too-large' });
  }
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(fresh, place);
  return ok({ bytes: received });
}

/** Writes the description into the first picture of that line that has none. */
export async function describePicture(
  source: string,
  { file, line, words }: { readonly file: string; readonly line: number; readonly words: string },
): Promise<Result<void, FileFailure>> {
  if (!file.endsWith('.md') || !(await isPlain(source, file))) return fail({ code: 'draft-file' });
  const place = join(source, file);
  const lines = (await readFile(place, 'utf8')).split('\n');
  const before = lines[line - 1] ?? '';
  // What would end the description, or make markup of it, is written as the mark itself.
  const after = before.replace(/!\[\s*\]\(/, () => `![${words.replaceAll(/[\\[\]`*_<>&!]/g, String.raw`\$&`)}](`);
  if (after === before) return fail({ code: 'draft-file' });
  lines[line - 1] = after;
  await writeFile(`${source}.file`, lines.join('\n'), { mode: 0o600, flush: true });
  await rename(`${source}.file`, place);
  return ok(undefined);
}

/** A file, and no link on the way to it: a link could point anywhere on this machine. */
async function isPlain(source: string, path: string): Promise<boolean> {
  if (!(await isPlainFolder(source, path))) return false;
  return (await lstat(join(source, path)).catch(() => undefined))?.isFile() === true;
}

/** Every folder on the way is a folder or not there yet. */
async function isPlainFolder(source: string, path: string): Promise<boolean> {
  const parts = path.split('/').slice(0, -1);
  for (let length = 0; length <= parts.length; length += 1) {
    const status = await lstat(join(source, ...parts.slice(0, length))).catch(() => undefined);
    if (status !== undefined && !status.isDirectory()) return false;
  }
  return true;
}

/** How many bytes came, or undefined when there were too many. */
async function receive(bytes: Readable, file: string): Promise<number | undefined> {
  let received = 0;
  const counter = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      received += part.length;
      done(received > MAX_REPLACEMENT_BYTES ? new TooMuch() : null, part);
    },
  });
  try {
    await pipeline(bytes, counter, createWriteStream(file, { mode: 0o600, flush: true }));
    return received;
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

class TooMuch extends Error {}
