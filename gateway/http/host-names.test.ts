import { describe, expect, it } from 'vitest';
import { placeOf } from './host-names.ts';

const names = ['gateway.prison.example'];

describe('where a request wants to go', () => {
  it.each([
    ['localhost:8600', { kind: 'app', host: 'localhost:8600' }],
    ['127.0.0.1', { kind: 'app', host: '127.0.0.1' }],
    ['[::1]:80', { kind: 'app', host: '[::1]:80' }],
    ['Gateway.Prison.Example', { kind: 'app', host: 'gateway.prison.example' }],
    [
      'using-this-tablet.packs.localhost:8600',
      {
        kind: 'pack',
        packId: 'using-this-tablet',
        host: 'using-this-tablet.packs.localhost:8600',
        appHost: 'localhost:8600',
      },
    ],
    [
      'maths.packs.gateway.prison.example',
      { kind: 'pack', packId: 'maths', host: 'maths.packs.gateway.prison.example', appHost: 'gateway.prison.example' },
    ],
  ])('is known by the host %s', (host, place) => {
    expect(placeOf(host, names)).toEqual(place);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    'xlocalhost',
    'a.b.packs.localhost',
    '-x.packs.localhost',
    'x.packs.evil.example',
    'packs.localhost',
    'localhost:123456',
    'localhost:8600@evil.example',
    'localhost/x',
    'localhost ',
    'xn--x.packs.localhost',
  ])('is refused for the host %s', (host) => {
    expect(placeOf(host, names).kind).toBe('refused');
  });
});
