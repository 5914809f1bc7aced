import { fail, ok, type Result } from '#protocol/result.ts';
import { FREED_MEMORY_SWITCH } from './launch-switch.ts';

/** Which argument or variable was not wanted. The name only: a value may be a secret. */
export type LaunchRefusal = { readonly code: 'argument' | 'environment'; readonly name: string };

/**
 * Variables that change what Node, Chromium, GTK or the dynamic linker do, or that are ours and mean something in
 * test builds only (security.md 5 H106). A name ending in `*` covers all that begin so.
 */
const REFUSED_VARIABLES = [
  'NODE_*',
  'ELECTRON_*',
  'LD_*',
  'SSLKEYLOGFILE',
  'SSL_CERT_*',
  'OPENSSL_*',
  'GTK_MODULES',
  'GTK3_MODULES',
  'GTK_PATH',
  'GTK_IM_MODULE_FILE',
  'GDK_PIXBUF_MODULE_FILE',
  'GIO_EXTRA_MODULES',
  'GIO_MODULE_DIR',
  'G_DEBUG',
  'CHROME_LOG_FILE',
  'CHROME_DEVEL_SANDBOX',
  'BREAKPAD_DUMP_LOCATION',
  'XDG_CONFIG_*',
  'XDG_DATA_*',
  'XDG_CACHE_HOME',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'GOOGLE_*',
  'THROUGHLINE_*',
] as const;

/**
 * Judges how the program was started (security.md 5 H105-106). A tablet's supervisor passes one argument, letter for
 * letter, or none, so any other is somebody's try: `--remote-debugging-port` opens on a fully fused binary.
 * Takes `process.argv` and `process.env`; returns nothing, or the first thing that was not wanted.
 */
export function checkLaunch(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<null, LaunchRefusal> {
  const argument = argv[1] === FREED_MEMORY_SWITCH ? argv[2] : argv[1];
  if (argument !== undefined) return fail({ code: 'argument', name: argument.split('=')[0] ?? '' });
  const variable = Object.keys(environment).find(isRefused);
  return variable === undefined ? ok(null) : fail({ code: 'environment', name: variable });
}

function isRefused(name: string): boolean {
  return REFUSED_VARIABLES.some((refused) =>
    refused.endsWith('*') ? name.startsWith(refused.slice(0, -1)) : name === refused,
  );
}
