import { describe, expect, it } from 'vitest';
import { parseDemoOptions } from './demo-options.mts';

describe('the options of scripts/start', () => {
  it('begin at port 8600 with the data folder of the checkout', () => {
    const options = parseDemoOptions([]);
    expect(options).toMatchObject({ headless: false, fresh: false, port: 8600 });
    expect(options === 'help' ? '' : options.dataDir).toMatch(/\/data$/);
  });

  it('can all be given', () => {
    expect(parseDemoOptions(['--headless', '--fresh', '--data', '/tmp/x', '--port', '9000'])).toEqual({
      headless: true,
      fresh: true,
      dataDir: '/tmp/x',
      port: 9000,
    });
  });

  it.each(['eighty', '80', '65534', '8600.5', ''])('refuse the port "%s"', (port) => {
    expect(() => parseDemoOptions(['--port', port])).toThrow('--port must be a number');
  });

  it('refuse what they do not know, and say where to look', () => {
    expect(() => parseDemoOptions(['--windowless'])).toThrow('--help');
  });
});
