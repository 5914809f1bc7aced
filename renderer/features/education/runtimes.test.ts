import { expect, test } from 'vitest';
import type { Manifest } from '#protocol/packs/manifest.ts';
import type { InstalledPack } from '../../packs/pack-stores.ts';
import { findRuntimes } from './runtimes.ts';

const course = { runtimes: [{ packId: 'h5p-runtime', minVersion: 2 }] } as unknown as Manifest;
const pack = (version: number, live = true) => ({ id: 'h5p-runtime', version, live, files: [] }) as unknown as InstalledPack;

test('PACK-33 an activity that needs a runtime is opened only with one that is here, live and new enough', () => {
  expect(findRuntimes(course, 'h5p', [pack(2)])?.has('h5p-runtime')).toBe(true);
  expect(findRuntimes(course, 'h5p', [pack(1)])).toBeUndefined();
  expect(findRuntimes(course, 'h5p', [pack(2, false)])).toBeUndefined();
  expect(findRuntimes(course, 'h5p', [])).toBeUndefined();
  expect(findRuntimes({} as Manifest, 'h5p', [])).toBeUndefined();
});

test('the other parts of the course open without it', () => {
  expect(findRuntimes(course, 'scorm12', [])).toEqual(new Map());
});
