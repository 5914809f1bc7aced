import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inProject } from './paths.mts';

/** A line of scripts/debian-packages.txt: any one of the alternatives will do. */
export type DebianPackage = {
  readonly purpose: 'start' | 'test';
  readonly alternatives: readonly string[];
  readonly why: string;
};

/** Everything our scripts need from Debian. */
export function debianPackages(): readonly DebianPackage[] {
  const lines = readFileSync(inProject('scripts/debian-packages.txt'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, purpose, alternatives, why] = /^(start|test)\s+(\S+)\s+(.+)$/.exec(line) ?? [];
    if (alternatives === undefined) return [];
    return [{ purpose: purpose === 'test' ? 'test' : 'start', alternatives: alternatives.split('|'), why: why ?? '' }];
  });
}

/** Those of which no alternative is installed. Undefined on a machine without Debian's package database. */
export function missingDebianPackages(wanted: readonly DebianPackage[]): readonly DebianPackage[] | undefined {
  const installed = installedPackages();
  if (installed === undefined) return undefined;
  return wanted.filter(({ alternatives }) => !alternatives.some((name) => installed.has(name)));
}

function installedPackages(): ReadonlySet<string> | undefined {
  try {
    const listing = execFileSync('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\\n'], { encoding: 'utf8' });
    const rows = listing.split('\n').map((row) => row.split(' '));
    return new Set(rows.filter(([status]) => status === 'installed').map(([, name]) => name ?? ''));
  } catch {
    return undefined;
  }
}
