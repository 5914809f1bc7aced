import { describe, expect, it } from 'vitest';
import { isAllowed, licenceOffenders } from './check-licences.mts';

describe('isAllowed', () => {
  it.each([
    'MIT',
    'Apache-2.0',
    '(MIT OR GPL-3.0-only)',
    'MPL-2.0 OR Apache-2.0',
    'MIT AND ISC',
    '(BSD-2-Clause OR MIT)',
  ])('accepts %s', (expression) => {
    expect(isAllowed(expression)).toBe(true);
  });

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'LGPL-2.1',
    'MIT AND GPL-2.0',
    'SSPL-1.0',
    'UNLICENSED',
    '',
    'SEE LICENSE IN X',
  ])('refuses "%s"', (expression) => {
    expect(isAllowed(expression)).toBe(false);
  });
});

describe('licenceOffenders', () => {
  it('names a package under a refused licence and lets a font and an MIT package be', () => {
    const found = licenceOffenders([
      { name: 'good', version: '1.0.0', licence: 'MIT' },
      { name: '@fontsource-variable/noto-sans', version: '1.0.0', licence: 'OFL-1.1' },
      { name: 'axe-core', version: '1.0.0', licence: 'GPL-3.0' },
      { name: 'bad', version: '2.0.0', licence: 'AGPL-3.0' },
    ]);
    expect(found.map(({ name }) => name)).toEqual(['axe-core', 'bad']);
  });
});
