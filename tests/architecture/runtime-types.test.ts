import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A runtime, a file of its own that uses what this runtime has not, and the name the type checker must not know. */
const BREAKS: readonly (readonly [config: string, fixture: string, unknown: string])[] = [
  ['protocol/tsconfig.json', 'uses-the-page.ts', 'document'],
  ['protocol/tsconfig.json', 'uses-node.ts', 'process'],
  ['renderer/tsconfig.page.json', 'uses-node.ts', 'process'],
  ['renderer/tsconfig.worker.json', 'uses-the-page.ts', 'document'],
  ['gateway/tsconfig.server.json', 'uses-the-page.ts', 'document'],
  ['gateway/tsconfig.console.json', 'uses-node.ts', 'process'],
  ['family/tsconfig.server.json', 'uses-the-page.ts', 'document'],
  ['family/tsconfig.portal.json', 'uses-node.ts', 'process'],
  ['electron/tsconfig.main.json', 'uses-the-page.ts', 'document'],
  ['content-packs/tsconfig.json', 'uses-the-page.ts', 'document'],
];

/** The same files in a runtime that has it. */
const ALLOWED: typeof BREAKS = [
  ['gateway/tsconfig.server.json', 'uses-node.ts', 'process'],
  ['renderer/tsconfig.page.json', 'uses-the-page.ts', 'document'],
];

describe('each runtime knows only itself', () => {
  it.each(BREAKS)('%s refuses %s', (config, fixture, unknown) => {
    expect(problems(config, fixture)).toContain(`Cannot find name '${unknown}'`);
  });

  it.each(ALLOWED)('%s accepts %s', (config, fixture) => {
    expect(problems(config, fixture)).toBe('');
  });

  it('checks an array access and an optional property strictly everywhere', () => {
    expect(problems('gateway/tsconfig.server.json', 'takes-the-first.ts')).toContain("'undefined' is not assignable");
  });
});

function problems(config: string, fixture: string): string {
  const parsed = readConfig(`${PROJECT}${config}`);
  const program = ts.createProgram([`${PROJECT}tests/architecture/fixtures/types/${fixture}`], {
    ...parsed.options,
    incremental: false,
  });
  const found = [...program.getGlobalDiagnostics(), ...program.getSemanticDiagnostics()];
  return found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')).join('\n');
}

function readConfig(file: string): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { config: unknown };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file));
  if (parsed.options.strict !== true) throw new Error(`${file} is not strict`);
  // `incremental` would want a place for its notes.
  delete parsed.options.tsBuildInfoFile;
  return parsed;
}
