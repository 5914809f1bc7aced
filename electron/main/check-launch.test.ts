import { describe, expect, it } from 'vitest';
import { checkLaunch } from './check-launch.ts';
import { FREED_MEMORY_SWITCH } from './launch-switch.ts';

const CLEAN = {
  PATH: '/usr/bin',
  HOME: '/home/kiosk',
  LANG: 'en_GB.UTF-8',
  WAYLAND_DISPLAY: 'wayland-0',
  XDG_RUNTIME_DIR: '/run/user/1',
};

describe('checkLaunch', () => {
  it('takes a start with no argument and what a display needs', () => {
    expect(checkLaunch(['/opt/tablet'], CLEAN)).toEqual({ ok: true, value: null });
  });

  it('takes the one argument of the supervisor, letter for letter and alone', () => {
    expect(checkLaunch(['/opt/tablet', FREED_MEMORY_SWITCH], CLEAN)).toEqual({ ok: true, value: null });
    for (const more of [[`${FREED_MEMORY_SWITCH},Other`], [FREED_MEMORY_SWITCH, '--inspect'], [FREED_MEMORY_SWITCH, FREED_MEMORY_SWITCH]])
      expect(checkLaunch(['/opt/tablet', ...more], CLEAN)).toMatchObject({ ok: false, error: { code: 'argument' } });
  });

  it.each(['--remote-debugging-port=9222', '--inspect', '--no-sandbox', '--proxy-server=x', 'file.html', '-r', ''])(
    'refuses the argument %s',
    (argument) => {
      expect(checkLaunch(['/opt/tablet', argument], CLEAN)).toMatchObject({ ok: false, error: { code: 'argument' } });
    },
  );

  it.each([
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'ELECTRON_RUN_AS_NODE',
    'LD_PRELOAD',
    'SSLKEYLOGFILE',
    'GTK_MODULES',
    'XDG_CONFIG_HOME',
    'THROUGHLINE_KIOSK',
  ])('refuses the variable %s even when it is empty', (name) => {
    expect(checkLaunch(['/opt/tablet'], { ...CLEAN, [name]: '' })).toEqual({
      ok: false,
      error: { code: 'environment', name },
    });
  });

  it('names a refused argument without its value, which may be a secret', () => {
    const refused = checkLaunch(['/opt/tablet', '--token=hunter2'], CLEAN);
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });
});
