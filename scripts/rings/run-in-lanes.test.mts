import { describe, expect, it } from 'vitest';
import { runInLanes } from './run-in-lanes.mts';

describe('lanes', () => {
  it('run no more at once than there are lanes, begin in order, and answer in order', async () => {
    const site = building();
    const ended = runInLanes([site.job('one'), site.job('two'), site.job('three')], 2);
    expect(site.begun).toEqual(['one', 'two']);
    await site.end('two');
    expect(site.begun).toEqual(['one', 'two', 'three']);
    await site.end('one');
    await site.end('three');
    expect(await ended).toEqual([['one', 'ONE'], ['two', 'TWO'], ['three', 'THREE']]);
  });

  it('hold a job back until what it comes after has ended, and let others pass it', async () => {
    const site = building();
    const ended = runInLanes([site.job('build'), site.job('screens', 'build'), site.job('lint'), site.job('unit')], 2);
    expect(site.begun).toEqual(['build', 'lint']);
    await site.end('build');
    expect(site.begun).toEqual(['build', 'lint', 'screens']);
    await site.end('screens');
    await site.end('lint');
    await site.end('unit');
    expect(await ended).toHaveLength(4);
  });

  it('do not wait for a job that was not asked for, and say when jobs wait for each other', async () => {
    expect(await runInLanes([{ name: 'screens', after: 'build', run: () => Promise.resolve(1) }], 2)).toEqual([['screens', 1]]);
    const knot = [
      { name: 'hen', after: 'egg', run: () => Promise.resolve(1) },
      { name: 'egg', after: 'hen', run: () => Promise.resolve(2) },
    ];
    await expect(runInLanes(knot, 2)).rejects.toThrow('These wait for each other: hen, egg.');
  });

  it('end when a job breaks', async () => {
    const broken = { name: 'broken', after: undefined, run: () => Promise.reject(new Error('It broke.')) };
    await expect(runInLanes([broken], 1)).rejects.toThrow('It broke.');
  });
});

/** Jobs that end when they are told to, with their name in capitals. */
function building() {
  const begun: string[] = [];
  const ends = new Map<string, (result: string) => void>();
  return {
    begun,
    job: (name: string, after?: string) => ({
      name,
      after,
      run: () => {
        begun.push(name);
        return new Promise<string>((resolve) => ends.set(name, resolve));
      },
    }),
    end: async (name: string) => {
      ends.get(name)?.(name.toUpperCase());
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
