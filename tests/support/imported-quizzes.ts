import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { checkSource } from '../../content-packs/builder/check-source.ts';
import type { QuizYaml } from '../../content-packs/builder/quiz-source-schema.ts';
import { importSource } from '../../content-packs/importers/import-source.ts';
import type { ImportRefusal, ImportReport } from '../../content-packs/importers/import-report.ts';

/** For tests: what one supplied file became. `blockers` are what the builder has against it, besides words that somebody must still write: the licence, the makers, descriptions of pictures. */
export type Imported =
  | { readonly ok: false; readonly refusal: ImportRefusal }
  | {
      readonly ok: true;
      readonly report: ImportReport;
      readonly quizzes: readonly QuizYaml[];
      readonly blockers: readonly string[];
    };

/** For tests: imports one file through the registry, as the command line does, and reads the quizzes back. */
export async function importQuizFile(
  source: string | { readonly name: string; readonly content: string | Uint8Array },
): Promise<Imported> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quiz-import-'));
  try {
    const file = typeof source === 'string' ? source : path.join(folder, source.name);
    if (typeof source !== 'string') await writeFile(file, source.content);
    const out = path.join(folder, 'out');
    const imported = await importSource(file, out);
    if (!imported.ok) return { ok: false, refusal: imported.error };
    const pack = parse(await readFile(path.join(out, 'pack.yaml'), 'utf8')) as { items: readonly { quiz: string }[] };
    const language = imported.value.languages[0] ?? 'en';
    const quizzes = await Promise.all(
      pack.items.map(async ({ quiz }) => parse(await readFile(path.join(out, language, quiz), 'utf8')) as QuizYaml),
    );
    const { problems } = await checkSource(out);
    const blockers = problems.filter(
      ({ severity, code, file: at }) => severity === 'blocker' && code !== 'alt-missing' && at !== 'pack.yaml',
    );
    return {
      ok: true,
      report: imported.value,
      quizzes,
      blockers: blockers.map(({ file: at, message }) => `${at}: ${message}`),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
