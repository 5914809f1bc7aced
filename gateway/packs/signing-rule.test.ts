import { expect, it } from 'vitest';
import { meetsRule, TWO_PEOPLE } from './signing-rule.ts';

const signers = (...roles: readonly ('education' | 'security' | 'publisher')[]) => roles.map((role) => ({ role }));

it.each([
  ['nobody', signers(), false],
  ['education alone', signers('education'), false],
  ['security alone', signers('security'), false],
  ['two of education', signers('education', 'education'), false],
  ['a publisher and education', signers('publisher', 'education'), false],
  ['education and security', signers('education', 'security'), true],
  ['all three', signers('publisher', 'security', 'education'), true],
])('PACK-6 two people: %s', (_who, signedBy, expected) => {
  expect(meetsRule(TWO_PEOPLE, signedBy)).toBe(expected);
});

it('ROLE-1 takes as many keys, and the roles, that a roles document demands', () => {
  expect(meetsRule({ threshold: 1, roles: [] }, signers('publisher'))).toBe(true);
  expect(meetsRule({ threshold: 3, roles: ['publisher'] }, signers('education', 'security', 'publisher'))).toBe(true);
  expect(meetsRule({ threshold: 3, roles: ['publisher'] }, signers('education', 'security'))).toBe(false);
});
