import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Chromium 111 lies below the oldest Chromium we run in (114, in the test runtime's Electron 25). */
const BROWSER_TARGET = 'chrome111';
/** Node of the test runtime's Electron 25. */
const SHELL_TARGET = 'node18';

/**
 * Everything that is bundled, one `--mode` each; scripts/build.mts runs those whose entry exists.
 * The gateway, the family service and the command line are not here: Node 24 runs their TypeScript as it is.
 */
export default defineConfig(({ mode }) => {
  const build = BUILDS[mode];
  if (build === undefined) throw new Error(`Choose --mode from: ${Object.keys(BUILDS).join(', ')}`);
  return build();
});

const BUILDS: Readonly<Record<string, () => UserConfig>> = {
  renderer: () => page('renderer', 'index.html', 'out/renderer'),
  'pack-origin': () => withFileList(withPdfFiles(page('renderer/pack-origin', 'player.html', 'out/pack-origin'))),
  'pack-origin-worker': () =>
    oneFile({
      entry: 'renderer/pack-origin/service-worker.ts',
      out: 'out/pack-origin',
      file: 'service-worker.js',
      format: 'iife',
      target: BROWSER_TARGET,
    }),
  'content-shim': () =>
    oneFile({
      entry: 'renderer/pack-origin/content-shim/content-shim.ts',
      out: 'out/pack-origin',
      file: 'content-shim.js',
      format: 'iife',
      target: BROWSER_TARGET,
    }),
  'pack-preview': () => page('renderer/pack-preview', 'preview.html', 'out/pack-preview'),
  console: () => page('gateway/console', 'index.html', 'out/console'),
  portal: () => page('family/portal', 'index.html', 'out/portal'),
  main: () => shell('electron/main/start.ts', 'main.cjs'),
  vault: () => shell('electron/vault/start.ts', 'vault.cjs'),
  preload: () => preload('electron/preload/preload.ts', 'preload.cjs'),
  'player-preload': () => preload('electron/preload/player-preload.ts', 'player-preload.cjs'),
};

/** A web page. Relative addresses let the same files work under app://, pack:// and http://. */
function page(root: string, html: string, out: string): UserConfig {
  return {
    root: at(root),
    base: './',
    plugins: [react()],
    build: {
      outDir: at(out),
      emptyOutDir: true,
      target: BROWSER_TARGET,
      // Nothing inline: the content security policy allows neither data: addresses nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: { input: at(`${root}/${html}`) },
    },
  };
}

/** Adds `host-files.json`, the list of everything built, so that the pack origin's service worker can keep it all. */
function withFileList(config: UserConfig): UserConfig {
  const listFiles = {
    name: 'host-files',
    generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => unknown }, _options: unknown, bundle: object) {
      // Letters of East Asian writing are kept when a PDF first asks for them: they are many, and few need them.
      const files = [...Object.keys(bundle), 'pressable.css', 'content-shim.js'].filter((file) => !file.endsWith('.map') && !file.startsWith('pdf/cmaps/')).sort();
      this.emitFile({ type: 'asset', fileName: 'host-files.json', source: JSON.stringify(files) });
    },
  };
  return { ...config, plugins: [...(config.plugins ?? []), { ...listFiles, enforce: 'post' as const }] };
}

/** What pdf.js reads when a file needs it: letters of East Asian writing, the standard fonts, decoders. They change with its version only. */
const PDF_FILES = ['cmaps', 'standard_fonts', 'wasm'];

/** Adds the files of `PDF_FILES` below `pdf/`; the decoders as scripts, because our page allows no WebAssembly. */
function withPdfFiles(config: UserConfig): UserConfig {
  const copyFiles = {
    name: 'pdf-files',
    generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => unknown }) {
      for (const folder of PDF_FILES)
        for (const name of readdirSync(at(`node_modules/pdfjs-dist/${folder}`)).filter((one) => !/\.wasm$/.test(one)))
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source: readFileSync(at(`node_modules/pdfjs-dist/${folder}/${name}`)) });
    },
  };
  return { ...config, plugins: [...(config.plugins ?? []), copyFiles] };
}

/** Code of Electron's main or a utility process: one CommonJS file, which Electron 25 and 45 both load. */
function shell(entry: string, file: string): UserConfig {
  return {
    ...oneFile({ entry, out: shellFolder(), file, format: 'cjs', target: SHELL_TARGET }),
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  };
}

/** A preload script: sandboxed preloads must be one CommonJS file. */
function preload(entry: string, file: string): UserConfig {
  return oneFile({ entry, out: shellFolder(), file, format: 'cjs', target: BROWSER_TARGET });
}

type OneFile = {
  readonly entry: string;
  readonly out: string;
  readonly file: string;
  readonly format: 'cjs' | 'iife';
  readonly target: string;
};

function oneFile({ entry, out, file, format, target }: OneFile): UserConfig {
  return {
    root: at('.'),
    publicDir: false,
    define: { __TEST_BUILD__: String(isTestBuild()), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: at(out),
      emptyOutDir: false,
      target,
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      lib: { entry: at(entry), formats: [format], fileName: () => file, name: 'throughline' },
      rolldownOptions: {
        external: ['electron', 'electron/main', 'electron/renderer', ...builtinModules, /^node:/],
        output: { codeSplitting: false },
      },
    },
  };
}

/** Set by scripts/build.mts alone. A release build has neither test hooks nor the code behind them. */
function isTestBuild(): boolean {
  return process.env['THROUGHLINE_TEST_BUILD'] === '1';
}

function shellFolder(): string {
  return isTestBuild() ? 'out/electron-test' : 'out/electron';
}
