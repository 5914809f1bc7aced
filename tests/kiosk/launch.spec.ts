import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FREED_MEMORY_SWITCH } from '../../electron/main/launch-switch.ts';
import { prepareElectronLaunch } from '../../scripts/electron-launch.mts';
import { electronRuntime } from '../../scripts/electron-runtime.mts';
import { watch, type SpawnedTablet } from './support/spawn-tablet.ts';
import { makePlace, type TabletPlace } from './support/tablet.ts';

/** A release as it is laid out when packaged: the runtime with our program in `resources/app`, started with no argument. */
let place: TabletPlace;
let wrapper: string;
let env: Record<string, string>;

test.beforeAll(async () => {
  place = await makePlace();
  const runtime = join(place.folder, 'runtime');
  execFileSync('cp', ['-a', dirname(electronRuntime().executable), runtime]);
  const app = join(runtime, 'resources/app');
  execFileSync('rm', ['-rf', app]);
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'throughline', version: '0.1.0', main: 'out/electron/main.cjs' }),
  );
  for (const part of ['electron', 'renderer', 'pack-origin']) {
    cpSync(join(place.folder, 'out', part), join(app, 'out', part), { recursive: true });
  }
  process.env['ELECTRON_PATH'] = join(runtime, 'electron');
  const launch = prepareElectronLaunch({ appDir: join(app, 'out/electron'), homeDir: place.homeDir });
  delete process.env['ELECTRON_PATH'];
  wrapper = launch.executablePath;
  env = launch.env;
});
test.afterAll(() => place.remove());

const start = (args: readonly string[], more: Record<string, string> = {}): SpawnedTablet =>
  watch(wrapper, args, { ...env, ...more });

for (const [how, args] of [['no argument', []], ['the one argument of its supervisor', [FREED_MEMORY_SWITCH]]] as const) {
  test(`a release starts with ${how}, and without settings shows the safe screen`, async () => {
    const tablet = start(args);
    await tablet.saw('safe-screen-settings missing');
    await tablet.saw('measures-checked 30 of which failed: 0');
    await tablet.kill();
  });
}

for (const argument of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  `${FREED_MEMORY_SWITCH},FileSystemAccess`,
  '--no-sandbox',
  '--proxy-server=127.0.0.1:1',
  '--load-extension=/tmp',
  '--user-data-dir=/tmp/x',
  '--renderer-cmd-prefix=xterm',
  'file.html',
]) {
  test(`a release refuses the argument ${argument}`, async () => {
    const tablet = start([argument]);
    expect(await tablet.exitCode).toBe(78);
    expect(tablet.journal()).toContain(`launch-refused argument ${argument.split('=')[0] ?? ''}\n`);
  });
}

for (const [name, value] of Object.entries({
  NODE_EXTRA_CA_CERTS: '/tmp/ca.pem',
  SSLKEYLOGFILE: '/tmp/keys',
  GTK_MODULES: 'evil',
  LD_LIBRARY_PATH: '/tmp',
  XDG_CONFIG_HOME: '/tmp',
  ELECTRON_ENABLE_LOGGING: '1',
  THROUGHLINE_TABLET_SETTINGS: '/tmp/mine.json',
})) {
  test(`a release refuses the variable ${name}`, async () => {
    const tablet = start([], { [name]: value });
    expect(await tablet.exitCode).toBe(78);
    expect(tablet.journal()).toContain(`launch-refused environment ${name}\n`);
  });
}

test('a second tablet on the same data ends at once and leaves the first alone', async () => {
  const first = start([]);
  await first.saw('measures-checked');
  const second = start([]);
  expect(await second.exitCode).toBe(0);
  expect(first.process.exitCode).toBe(null);
  await first.kill();
});

test('no test hook is in the release bundle', () => {
  const folder = join(place.folder, 'out/electron');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cjs'))) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const hook of [
      'THROUGHLINE_TABLET_SETTINGS',
      'THROUGHLINE_TABLET_DATA',
      'THROUGHLINE_KIOSK',
      'THROUGHLINE_WITHOUT_MEASURE',
      '__TEST_BUILD__',
    ]) {
      expect(code, `${hook} in ${file}`).not.toContain(hook);
    }
  }
});
