import { expect, test } from 'vitest';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import { answerFileRequest } from './serve-pack-files.ts';

const text = 'hello, in your cell';
const entry = { path: 'en/01.json', sha256: 'a'.repeat(64), bytes: text.length, type: 'application/json', role: 'lesson' } as unknown as FileEntry;
const index = (path: string) => (path === entry.path ? entry : undefined);
const load = (sha256: string) => Promise.resolve(sha256 === entry.sha256 ? new Blob([text]) : undefined);
const read = (body: ArrayBuffer) => new TextDecoder().decode(body);

test('a path that is not in the verified index is not found, whatever it looks like', async () => {
  for (const path of ['en/02.json', '../en/01.json', '', '__host/player.html', '/en/01.json']) {
    expect(await answerFileRequest({ request: 1, path }, index, load)).toEqual({ request: 1, status: 404 });
  }
});

test('a file that the database lost is not found rather than empty', async () => {
  expect(await answerFileRequest({ request: 1, path: entry.path }, index, () => Promise.resolve(undefined))).toEqual({ request: 1, status: 404 });
});

test('a range gives just those bytes, and says where they lie', async () => {
  const reply = await answerFileRequest({ request: 2, path: entry.path, range: { from: 7, to: 8 } }, index, load);
  expect(reply).toMatchObject({ status: 206, from: 7, to: 8, size: text.length });
  expect('body' in reply && read(reply.body)).toBe('in');
});

test('an open range runs to the end and a range beyond the end is refused', async () => {
  const open = await answerFileRequest({ request: 3, path: entry.path, range: { from: 10 } }, index, load);
  expect('body' in open && read(open.body)).toBe('your cell');
  expect(await answerFileRequest({ request: 4, path: entry.path, range: { from: 99 } }, index, load)).toEqual({ request: 4, status: 416, size: text.length });
});
