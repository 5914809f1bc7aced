import { createHash, sign } from 'node:crypto';
import type { PackRelease } from '#protocol/education/schema.ts';
import { CHUNK_BYTES, CHUNKED_ABOVE_BYTES, type FileEntry } from '#protocol/packs/file-list.ts';
import { signedMessage } from '#protocol/packs/verify-pack.ts';
import type { TestKey } from './trust-keys.ts';

/** A signed edition held in memory: what a gateway has of it. */
export type PackInMemory = {
  readonly release: PackRelease;
  readonly manifest: string;
  readonly signatures: string;
  readonly fileLists: readonly string[];
  readonly files: readonly FileEntry[];
  readonly blobs: ReadonlyMap<string, Buffer>;
};

/** SHA-256 in lower-case hexadecimal. */
export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Makes and signs an edition of these files; the first one is its only lesson. Names end in `.json`, `.html` or `.png`. `more` goes into its manifest. */
export function makePackInMemory(packId: string, version: number, contents: ReadonlyMap<string, Uint8Array>, key: TestKey, more: object = {}): PackInMemory {
  const files = [...contents].map(([path, bytes], index) => entryOf(path, bytes, index === 0));
  const list = JSON.stringify({ format: 'throughline-file-list/1', files });
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const manifest = JSON.stringify({
    ...{ format: 'throughline-pack/1', minPlayer: 1, packId, version, channel: 'live', languages: ['en'] },
    ...{ title: { en: 'One' }, summary: { en: 'One' }, subject: 'maths', level: ['any'], minutes: 5 },
    ...{ licence: 'Apache-2.0', attribution: ['us'], audience: {} },
    a11y: { captions: true, transcripts: true, imageDescriptions: true, needsSound: false, hazards: [] },
    items: [{ activityId: `${packId}.one`, kind: 'lesson', title: { en: 'One' }, entry: { en: files[0]?.path }, completion: { rule: 'viewed' }, minutes: 5 }],
    fileLists: [{ sha256: hashOf(list), bytes: Buffer.byteLength(list), files: files.length }],
    totals: { files: files.length, bytes: total, optionalBytes: 0 },
    ...more,
  });
  const { keyId, role } = key.trusted;
  const signature = sign(null, signedMessage(hashOf(manifest)), key.privateKey).toString('base64url');
  const release = { packId, version, manifestSha256: hashOf(manifest), title: { en: 'One' }, bytes: total, people: null, publishedAt: version };
  return {
    release: release as unknown as PackRelease,
    manifest,
    signatures: JSON.stringify([{ keyId, role, signature }]),
    fileLists: [list],
    files,
    blobs: new Map([...contents.values()].map((bytes) => [hashOf(bytes), Buffer.from(bytes)])),
  };
}

function entryOf(path: string, bytes: Uint8Array, isLesson: boolean): FileEntry {
  const type = path.endsWith('.png') ? 'image/png' : path.endsWith('.html') ? 'text/html' : 'application/json';
  const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, at) => hashOf(bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)));
  const inChunks = bytes.length > CHUNKED_ABOVE_BYTES ? { chunks: { size: CHUNK_BYTES, sha256: chunks } } : {};
  return { path, sha256: hashOf(bytes), bytes: bytes.length, type, role: isLesson ? 'lesson' : 'content', ...inChunks } as unknown as FileEntry;
}
