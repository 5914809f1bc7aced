import { expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const CONTEXT = { packSources: ['http://*.packs.localhost'], appOrigins: ['http://app.localhost'], secure: true };
const powersOf = (area: Parameters<typeof securityHeaders>[0]) => securityHeaders(area, CONTEXT)['permissions-policy']?.split(', ');

it('the tablet’s own page may ask for the camera and for nothing else; a pack, the console and a reply may ask for nothing', () => {
  expect(powersOf('tablet')?.filter((power) => !power.endsWith('=()'))).toEqual(['camera=(self)']);
  for (const area of ['pack', 'console', 'api'] as const) {
    expect(powersOf(area)).toContain('camera=()');
    expect(powersOf(area)?.every((power) => power.endsWith('=()'))).toBe(true);
  }
});
