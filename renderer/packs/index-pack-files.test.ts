import { expect, test } from 'vitest';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import { indexPackFiles } from './index-pack-files.ts';

const file = (path: string) => ({ path, sha256: path, bytes: 1, type: 'text/html', role: 'content' }) as unknown as FileEntry;
const find = indexPackFiles({
  files: [file('content/Play.html'), file('content/images/a.jpg')],
  runtimes: new Map([['h5p-runtime', [file('index.html')]]]),
});

test('PACK-31 a path is found as the list has it, or with other capitals, and nothing else is', () => {
  expect(find('content/Play.html')?.path).toBe('content/Play.html');
  expect(find('CONTENT/images/A.JPG')?.path).toBe('content/images/a.jpg');
  expect(find('content/play')).toBeUndefined();
  expect(find('')).toBeUndefined();
});

test('PACK-33 a runtime answers under its own id only', () => {
  expect(find('__runtime/h5p-runtime/index.html')?.path).toBe('index.html');
  expect(find('__runtime/other/index.html')).toBeUndefined();
  expect(find('index.html')).toBeUndefined();
});
