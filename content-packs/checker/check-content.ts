import type { Problem } from '../builder/problem.ts';
import { checkPage } from './check-page.ts';
import { checkScript } from './check-script.ts';
import { checkStyle } from './check-style.ts';
import type { Finding, ReferenceGuide } from './finding.ts';

/** A file of what another program made: its path in the pack, its type, its size, and how to read it. */
export type ContentFile = {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
  readonly readText: () => Promise<string>;
};

/** Larger scripts and pages are bundles and data; looking through them says nothing to a teacher. 4 MiB. */
const LOOKED_AT_BYTES = 4 * 1024 * 1024;

/** How often the same thing is told of one file and of all files; the rest is counted. */
const TOLD_EACH = { file: 3, all: 25 } as const;

/**
 * Looks through pages, scripts and styles of what other programs made. Takes the files of all such items; returns
 * remarks in a teacher's words with file and line, the same thing a few times and then counted.
 */
export async function checkContent(files: readonly ContentFile[]): Promise<readonly Problem[]> {
  const names = new Set(files.map(({ path }) => path.toLowerCase()));
  const has = (path: string): boolean => names.has(path.toLowerCase());
  const problems: Problem[] = [];
  for (const file of files) {
    const check = CHECKS[file.type];
    if (check === undefined || file.bytes > LOOKED_AT_BYTES) continue;
    const findings = check(await file.readText(), { file: file.path, has });
    problems.push(...tellSome(findings, TOLD_EACH.file).map((one) => remark(file.path, one)));
  }
  return tellSome(problems, TOLD_EACH.all);
}

const CHECKS: Readonly<Record<string, (text: string, guide: ReferenceGuide) => readonly Finding[]>> = {
  'text/html': checkPage,
  'application/xhtml+xml': checkPage,
  'text/css': checkStyle,
  'text/javascript': checkScript,
};

function remark(file: string, { code, line, message }: Finding): Problem {
  return { severity: 'warning', code, file, line, message };
}

/** Keeps the first few of each code; the last one kept says how many more there are. */
function tellSome<One extends { readonly code: string; readonly message: string }>(
  all: readonly One[],
  most: number,
): readonly One[] {
  const counts = new Map<string, number>();
  for (const { code } of all) counts.set(code, (counts.get(code) ?? 0) + 1);
  const told = new Map<string, number>();
  return all.flatMap((one) => {
    const number = (told.get(one.code) ?? 0) + 1;
    told.set(one.code, number);
    if (number > most) return [];
    const more = number === most ? (counts.get(one.code) ?? 0) - most : 0;
    return more > 0 ? [{ ...one, message: `${one.message} (${String(more)} more like this)` }] : [one];
  });
}
