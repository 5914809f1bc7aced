/** Something wrong with a source folder, in words for the person who wrote it. A blocker stops the build; a warning travels with the pack. */
export type Problem = {
  readonly severity: 'blocker' | 'warning';
  /** For programs and tests; never shown alone. */
  readonly code: ProblemCode;
  /** Path inside the source folder. */
  readonly file: string;
  /** Line from 1, where it is known. */
  readonly line?: number | undefined;
  readonly message: string;
};

/** Every way a source folder can be wrong. */
export type ProblemCode =
  | 'folder-missing'
  | 'file-name'
  | 'file-missing'
  | 'file-kind'
  | 'file-unused'
  | 'file-too-large'
  | 'not-a-plain-file'
  | 'not-text'
  | 'yaml-broken'
  | 'yaml-shape'
  | 'language-differs'
  | 'title-missing'
  | 'empty-lesson'
  | 'html-in-text'
  | 'not-carried'
  | 'alt-missing'
  | 'picture-broken'
  | 'svg-unsafe'
  | 'captions-missing'
  | 'captions-broken'
  | 'transcript-missing'
  | 'poster-missing'
  | 'media-broken'
  | 'link-outside'
  | 'link-broken'
  | 'box-unknown'
  | 'question-wrong'
  | 'sentence-long'
  | 'reading-age'
  | 'licence-missing'
  | 'completion-never'
  | 'language-missing'
  | 'reference-broken'
  | 'calls-network'
  | 'leaves-pack'
  | 'script-fails'
  | 'item-not-opened'
  | 'item-stopped'
  | 'browser-absent'
  | 'runtime-absent';

/** Where problems are collected: everything wrong at once, not one at a time. */
export type ProblemList = {
  readonly all: readonly Problem[];
  readonly block: (code: ProblemCode, file: string, line: number | undefined, message: string) => void;
  readonly warn: (code: ProblemCode, file: string, line: number | undefined, message: string) => void;
};

/** Creates an empty list. */
export function createProblemList(): ProblemList {
  const all: Problem[] = [];
  const said = new Set<string>();
  const add =
    (severity: Problem['severity']) =>
    (code: ProblemCode, file: string, line: number | undefined, message: string): void => {
      // A shared file is met once for each language; its fault is said once.
      const key = JSON.stringify([code, file, line, message]);
      if (!said.has(key)) all.push({ severity, code, file, line, message });
      said.add(key);
    };
  return { all, block: add('blocker'), warn: add('warning') };
}

/** Sorts by file and line and writes one line for each problem. */
export function describeProblems(problems: readonly Problem[]): string {
  const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  return sorted
    .map(({ severity, file, line, message }) => {
      const where = line === undefined ? file : `${file}, line ${String(line)}`;
      return `${severity === 'blocker' ? 'Must be put right' : 'Please look at'}: ${where}: ${message}`;
    })
    .join('\n');
}
