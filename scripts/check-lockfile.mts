import { readFileSync } from 'node:fs';
import { inProject } from './lib/paths.mts';

type LockedPackage = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/**
 * What would make `npm ci` fail or be unsafe: an optional package that the lock names but does not hold (then `npm ci`
 * refuses), a package without a checksum, or one from elsewhere than the npm registry. Returns one sentence each.
 */
export function lockfileProblems(lock: {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}): readonly string[] {
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const held = new Set(entries.map(([path]) => path.split('node_modules/').at(-1)));
  return entries.flatMap(([path, locked]) => [
    ...Object.keys(locked.optionalDependencies ?? {})
      .filter((name) => !held.has(name))
      .map(
        (name) => `${path}@${locked.version ?? '?'} wants ${name}, which the lock does not hold: npm ci will refuse.`,
      ),
    ...sourceProblems(path, locked),
  ]);
}

function sourceProblems(path: string, locked: LockedPackage): readonly string[] {
  if (locked.link === true || locked.inBundle === true) return [];
  const problems: string[] = [];
  if (locked.integrity?.startsWith('sha512-') !== true) problems.push(`${path} has no SHA-512 in the lock.`);
  // Without an address npm asks the registry it is set up with; an address must not lead elsewhere.
  if (locked.resolved !== undefined && !locked.resolved.startsWith('https://registry.npmjs.org/')) {
    problems.push(`${path} is locked to ${locked.resolved}, which is not the npm registry.`);
  }
  return problems;
}

if (import.meta.main) {
  const problems = lockfileProblems(
    JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as Parameters<typeof lockfileProblems>[0],
  );
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length === 0)
    process.stdout.write('The lock file is whole: every package is there, with its checksum.\n');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
