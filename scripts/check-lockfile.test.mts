import { describe, expect, it } from 'vitest';
import { lockfileProblems } from './check-lockfile.mts';

const integrity = 'sha512-abc';

describe('lockfileProblems', () => {
  it('finds nothing wrong in a whole lock, with or without addresses', () => {
    expect(
      lockfileProblems({
        packages: {
          '': { version: '1.0.0' },
          'node_modules/a': { version: '1.0.0', integrity, optionalDependencies: { b: '1' } },
          'node_modules/b': { version: '1.0.0', integrity, resolved: 'https://registry.npmjs.org/b/-/b-1.0.0.tgz' },
        },
      }),
    ).toEqual([]);
  });

  it('names an optional package that is missing, because npm ci would refuse the lock', () => {
    const packages = { 'node_modules/a': { version: '1.0.0', integrity, optionalDependencies: { gone: '1' } } };
    expect(lockfileProblems({ packages })).toEqual([expect.stringContaining('wants gone')]);
  });

  it('names a package without a checksum and one from elsewhere', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', integrity, resolved: 'https://example.org/b.tgz' },
    };
    expect(lockfileProblems({ packages })).toEqual([
      expect.stringContaining('SHA-512'),
      expect.stringContaining('example.org'),
    ]);
  });
});
