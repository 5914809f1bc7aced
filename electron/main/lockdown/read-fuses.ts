import { open } from 'node:fs/promises';

/** Marks the fuse wire in every Electron executable (electron docs, fuses). */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const READ_BYTES = 8 * 1024 * 1024;

/** One fuse as it stands in the executable: off, on, removed from this version, or inherited from the default. */
export type FuseState = 'off' | 'on' | 'removed' | 'inherit';

/**
 * Reads the fuses of an executable (version 1 of the wire), in their order. Undefined where there is no wire.
 * Reads in pieces, because the executable is some 180 MB.
 */
export async function readFuses(executable: string): Promise<readonly FuseState[] | undefined> {
  const file = await open(executable, 'r');
  try {
    const piece = Buffer.alloc(READ_BYTES + SENTINEL.length + 64);
    for (let position = 0; ; position += READ_BYTES) {
      const { bytesRead } = await file.read(piece, 0, piece.length, position);
      const found = piece.subarray(0, bytesRead).indexOf(SENTINEL);
      if (found >= 0 && found < READ_BYTES) return parseWire(piece.subarray(found + SENTINEL.length, bytesRead));
      if (bytesRead < piece.length) return undefined;
    }
  } finally {
    await file.close();
  }
}

function parseWire(wire: Buffer): readonly FuseState[] | undefined {
  const [version, length] = [wire[0], wire[1]];
  if (version !== 1 || length === undefined) return undefined;
  const names: Readonly<Record<string, FuseState>> = { '0': 'off', '1': 'on', r: 'removed' };
  return [...wire.subarray(2, 2 + length)].map((byte) => names[String.fromCharCode(byte)] ?? 'inherit');
}
