import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { familyOf } from './power-cut.ts';
import type { WordSearch } from './find-words.ts';

/** One process of a program, by what Chromium calls it: `browser`, `renderer`, `gpu-process`, `utility`, `zygote`. */
export type FoundProcess = { readonly pid: number; readonly kind: string };

/** A program's process and all that it started. */
export function processesOf(root: number): readonly FoundProcess[] {
  return familyOf(root).map((pid) => ({ pid, kind: /--type=([^\0 ]+)/.exec(read(pid, 'cmdline'))?.[1] ?? 'browser' }));
}

/**
 * The words of a search in the memory that a process can write to, while it runs. One that has gone has none; throws
 * where this machine does not let us look: nothing found there would say nothing.
 */
export function wordsInMemory(pid: number, search: WordSearch): readonly string[] {
  const memory = openMemory(pid);
  if (memory === undefined) return [];
  try {
    const found = new Set<string>();
    for (const range of writableRanges(pid)) for (const piece of piecesOf(memory, range)) for (const word of search(piece)) found.add(word);
    return [...found];
  } finally {
    closeSync(memory);
  }
}

function openMemory(pid: number): number | undefined {
  try {
    return openSync(`/proc/${String(pid)}/mem`, 'r');
  } catch (cause) {
    if (existsSync(`/proc/${String(pid)}`)) throw cause;
    return undefined;
  }
}

type Range = { readonly from: number; readonly to: number };

const PIECE = 8 * 1024 * 1024;
/** A word that lies over the end of a piece is found in the next. */
const OVERLAP = 128;

function writableRanges(pid: number): readonly Range[] {
  const lines = read(pid, 'maps').split('\n');
  return lines.flatMap((line) => {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    return from === undefined || to === undefined ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
  });
}

function* piecesOf(memory: number, { from, to }: Range): Generator<Buffer> {
  const piece = Buffer.alloc(Math.min(PIECE, to - from));
  for (let at = from; at < to; at += PIECE - OVERLAP) {
    const bytes = readAt(memory, piece, at, Math.min(piece.length, to - at));
    if (bytes > 0) yield piece.subarray(0, bytes);
  }
}

/** Reserved and not used: nothing can be read there, and nothing is. */
function readAt(memory: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, at);
  } catch {
    return 0;
  }
}

/** A file of a process; nothing of one that has gone. */
function read(pid: number, file: 'maps' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch (cause) {
    if (existsSync(`/proc/${String(pid)}`)) throw cause;
    return '';
  }
}
