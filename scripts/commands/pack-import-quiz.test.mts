import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inProject } from '../lib/paths.mts';

const root = mkdtempSync(path.join(tmpdir(), 'pack-import-quiz-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const GIFT = [
  '::Add:: What is 2 + 3? {=5 ~6}',
  '',
  '::Broken:: What is { 2 + 2? {=4 ~5}',
  '',
  '::Flat:: The earth is flat. {F#It is round.}',
  '',
].join('\n');

it('a GIFT file with one broken question becomes a pack with the others, and the broken one is said with its line', async () => {
  const file = path.join(root, 'sums.gift');
  const out = path.join(root, 'sums');
  writeFileSync(file, GIFT);
  const imported = await run('pack', 'import', file, '--out', out);
  expect(imported.code).toBe(0);
  expect(imported.lines).toContainEqual(
    expect.stringMatching(/^Not carried: sums\.gift, line 3: Question “Broken”\. It is not written as GIFT asks\./),
  );
  // What the file did not say is asked for before there can be a pack.
  const yaml = path.join(out, 'pack.yaml');
  expect((await run('pack', 'build', out, '--out', path.join(root, 'none.pack'))).code).toBe(1);
  writeFileSync(
    yaml,
    readFileSync(yaml, 'utf8').replace('licence: unknown', 'licence: CC-BY-4.0').replace('- unknown', '- A teacher'),
  );
  expect(await run('pack', 'build', out, '--out', path.join(root, 'sums.pack'), '--no-narrate')).toMatchObject({ code: 0 });
});

it('a file of which no question can be read is refused with one sentence on the last line, and leaves nothing', async () => {
  const file = path.join(root, 'broken.gift');
  const out = path.join(root, 'broken');
  writeFileSync(file, 'What is { 2 + 2? {=4 ~5}\n');
  const imported = await run('pack', 'import', file, '--out', out);
  expect(imported.code).not.toBe(0);
  expect(imported.lines.at(-1)).toMatch(/None of the questions in “broken\.gift” can be carried/);
  expect(existsSync(out)).toBe(false);
});

function run(...args: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  return new Promise((resolve) => {
    const program = execFile(process.execPath, [inProject('scripts/throughline.mts'), ...args], (_, out, err) => {
      resolve({ code: program.exitCode ?? 1, lines: `${out}${err}`.trimEnd().split('\n') });
    });
  });
}
