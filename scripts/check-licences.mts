import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './lib/paths.mts';

/**
 * Licences under which a dependency, shipped or only for development, may be here. All let the project be Apache-2.0
 * and be given to prisons without conditions on their own code. The GPL family is refused, also for tools.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Beyond the list, licence by licence and package by package, each with its reason. */
const EXCEPTIONS: readonly { readonly licence: string; readonly packages: RegExp; readonly why: string }[] = [
  {
    licence: 'OFL-1.1',
    packages: /^@fontsource(-variable)?\//,
    why: 'Fonts. The licence asks nothing of the software that shows them; its text goes along with the font files.',
  },
  {
    licence: 'MPL-2.0',
    packages: /^(@axe-core\/playwright|axe-core)$/,
    why: 'Finds accessibility faults in tests; unchanged and never shipped.',
  },
  {
    licence: 'MPL-2.0',
    packages: /^lightningcss(-[a-z0-9-]+)?$/,
    why: "Vite's style sheet compiler: a build tool, unchanged and never shipped.",
  },
  {
    licence: '',
    packages: /^png-js$/,
    why: 'Reads pictures for the certificate PDF (through pdfkit). Its package.json is silent; the LICENSE file beside it is MIT.',
  },
  {
    licence: 'CC-BY-4.0',
    packages: /^caniuse-lite$/,
    why: 'A table of browser facts that build tools read; never shipped.',
  },
];

/** A package and what its own package.json says about its licence; '' where it says nothing. */
export type Licensed = { readonly name: string; readonly version: string; readonly licence: string };

/** Those whose licence expression cannot be met from the allowed list. */
export function licenceOffenders(packages: readonly Licensed[]): readonly Licensed[] {
  return packages.filter((one) => !isAllowed(one.licence) && !isExcepted(one));
}

/** Understands `A`, `A OR B`, `A AND B` and brackets around them, as npm's packages use them. */
export function isAllowed(expression: string): boolean {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  const choices = text.split(/\s+OR\s+/i);
  if (choices.length > 1) return choices.some(isAllowed);
  const parts = text.split(/\s+AND\s+/i);
  if (parts.length > 1) return parts.every(isAllowed);
  return ALLOWED.has(text);
}

function isExcepted({ name, licence }: Licensed): boolean {
  return EXCEPTIONS.some((exception) => exception.licence === licence && exception.packages.test(name));
}

function installedPackages(): readonly Licensed[] {
  const lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as {
    packages: Record<string, { readonly version?: string; readonly license?: string; readonly link?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, locked]) => path !== '' && locked.link !== true)
    .map(([path, locked]) => ({
      name: path.split('node_modules/').at(-1) ?? path,
      version: locked.version ?? '?',
      // What is installed speaks; the lock speaks for packages of other platforms, which are not installed here.
      licence: licenceOf(inProject(path)) ?? locked.license ?? '',
    }));
}

function licenceOf(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const said = JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown; licenses?: unknown };
  if (typeof said.license === 'string') return said.license;
  const several = [said.license, ...(Array.isArray(said.licenses) ? (said.licenses as unknown[]) : [])];
  const types = several
    .map((one) => (one as { type?: unknown } | undefined)?.type)
    .filter((type) => typeof type === 'string');
  return types.length > 0 ? types.join(' OR ') : undefined;
}

if (import.meta.main) {
  const packages = installedPackages();
  const offenders = licenceOffenders(packages);
  for (const { name, version, licence } of offenders) {
    process.stderr.write(
      `${name}@${version} is under "${licence || 'no stated licence'}", which is not on our list.\n`,
    );
  }
  if (packages.length === 0) process.stderr.write('No packages were found, so nothing was checked.\n');
  else
    process.stdout.write(
      `${packages.length - offenders.length} of ${packages.length} packages have an allowed licence.\n`,
    );
  process.exitCode = offenders.length === 0 && packages.length > 0 ? 0 : 1;
}
