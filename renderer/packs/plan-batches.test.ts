import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import { missingRoom, roomToKeep } from './pack-room.ts';
import { BATCH_BYTES, planBatches } from './plan-batches.ts';

const MIB = 1024 * 1024;
const entry = (path: string, bytes: number, type = 'text/html') => ({ path, sha256: `${path}-${String(bytes)}`, bytes, type, role: 'content' }) as unknown as FileEntry;

it('MOVE-1 every missing file is asked for once, and no batch is larger than what a page may hold', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 12 * MIB })), { maxLength: 60 });
  fc.assert(
    fc.property(sizes, (bytes) => {
      const files = bytes.map((size, index) => entry(`f${String(index)}`, size));
      const batches = planBatches(files, []);
      const planned = batches.flatMap((batch) => (batch.kind === 'single' ? [batch.file] : batch.files.map((one) => one.file)));
      expect(new Set(planned)).toEqual(new Set(files));
      expect(planned).toHaveLength(files.length);
      for (const batch of batches) {
        if (batch.kind === 'batch') expect(batch.files.reduce((sum, one) => sum + one.file.bytes, 0)).toBeLessThanOrEqual(BATCH_BYTES);
        else expect(batch.file.bytes).toBeGreaterThan(4 * MIB);
      }
    }),
  );
});

it('small files come first, each kind in the order of the items', () => {
  const files = [entry('a', MIB), entry('b', 10), entry('c', 2 * MIB), entry('d', 20)];
  expect(planBatches(files, []).flatMap((batch) => (batch.kind === 'batch' ? batch.files.map((one) => one.file.path) : []))).toEqual(['b', 'd', 'a', 'c']);
});

it('MOVE-3 text that changed is asked for as a difference from the file of the same path; media and giants are not', () => {
  const before = [entry('a.html', 100), entry('film.mp4', 100, 'video/mp4'), entry('big.js', 20 * MIB, 'text/javascript')];
  const after = [entry('a.html', 101), entry('film.mp4', 101, 'video/mp4'), entry('big.js', 17 * MIB, 'text/javascript'), entry('new.html', 5)];
  const bases = planBatches(after, before).flatMap((batch) => (batch.kind === 'batch' ? batch.files.map((one) => [one.file.path, one.base?.sha256]) : []));
  expect(bases).toEqual([['a.html', 'a.html-100'], ['film.mp4', undefined], ['new.html', undefined]]);
});

it('MOVE-4 room is reserved with something over, and nothing is asked of a device nobody can measure', () => {
  const quota = 32 * 1024 * MIB;
  expect(roomToKeep(quota)).toBeGreaterThan(1024 * MIB);
  expect(roomToKeep(1024 * MIB)).toBe(128 * MIB);
  expect(missingRoom(100, undefined)).toBe(0);
  expect(missingRoom(0, { free: 0, quota })).toBe(0);
  expect(missingRoom(100 * MIB, { free: roomToKeep(quota) + 105 * MIB, quota })).toBe(0);
  expect(missingRoom(100 * MIB, { free: roomToKeep(quota) + 100 * MIB, quota })).toBe(5 * MIB);
});

it('MOVE-3 text that moved to another folder is asked for as a difference from the file of its name that is nearest in size', () => {
  const before = [entry('old/a/page.html', 5000), entry('old/b/page.html', 900), entry('old/other.html', 1000)];
  const [batch] = planBatches([entry('new/page.html', 1000), entry('new/unknown.html', 1000)], before);
  const bases = batch?.kind === 'batch' ? batch.files.map(({ file, base }) => [file.path, base?.path]) : [];
  expect(bases).toEqual([['new/page.html', 'old/b/page.html'], ['new/unknown.html', undefined]]);
});

it('MOVE-3 text in another format is asked for as a difference from the text of its name with another ending, never from a picture', () => {
  const before = [entry('a/look.less', 900), entry('a/look.png', 1000, 'image/png'), entry('a/.scss', 1000), entry('sum.png', 50, 'image/png')];
  const [batch] = planBatches([entry('look.scss', 1000), entry('sum.html', 50)], before);
  const bases = batch?.kind === 'batch' ? batch.files.map(({ file, base }) => [file.path, base?.path]) : [];
  expect(bases).toEqual([['look.scss', 'a/look.less'], ['sum.html', undefined]]);
});

it('what is small comes before a film, in whatever order the list has them', () => {
  const film = { ...entry('film.mp4', 9 * MIB, 'video/mp4') };
  const batches = planBatches([film, entry('lesson.json', 100, 'application/json')], []);
  expect(batches.map((batch) => (batch.kind === 'single' ? batch.file.path : batch.files.map((one) => one.file.path)))).toEqual([['lesson.json'], 'film.mp4']);
});
