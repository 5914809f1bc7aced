import { existsSync } from 'node:fs';

const DEBIANS = '/usr/bin/chromium';
/** The same engine without windows and all that belongs to them: half the processor time. */
const DEBIANS_SHELL = '/usr/bin/chromium-headless-shell';

/** The Chromium of this machine: the one `CHROMIUM_PATH` names, else Debian's; undefined where there is none. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'], DEBIANS].find((path) => path !== undefined && existsSync(path));
}

/** The same, for who cannot go on without: where there is none, the path whose absence the error will name. */
export function chromiumPath(): string {
  return findChromium() ?? DEBIANS;
}

/**
 * The one without windows where it is installed, for looking at many screens. Not for what is killed and must find its
 * data again: after a power cut this one does not.
 */
export function chromiumShellPath(): string {
  return process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIANS_SHELL) ? DEBIANS_SHELL : chromiumPath());
}
