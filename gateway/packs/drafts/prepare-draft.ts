import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod/mini';
import { type PackCommand, type PackRun, runPackCommand } from '../run-pack-command.ts';
import type { DraftFolder } from './draft-folder.ts';
import { openPackYaml, type PackYaml } from './pack-yaml.ts';
import { type DraftReport, draftProblemSchema, notCarriedSchema } from './staff-api.ts';

/** One step of preparing a draft, and how long it may take in milliseconds: the checker opens every item in a browser. */
export const STEP_LIMITS = { import: 10 * 60_000, check: 15 * 60_000, build: 10 * 60_000 } as const;
export type DraftStep = keyof typeof STEP_LIMITS;

/** More problems than this are no help to anybody. */
const MAX_PROBLEMS = 1000;

/** What came of it. `refused`: `sentence` says why in the teacher's words; `unfinished`: it was stopped or took too long. */
export type Prepared =
  | { readonly kind: 'refused'; readonly step: DraftStep; readonly sentence: string }
  | { readonly kind: 'unfinished'; readonly step: DraftStep; readonly why: 'time-up' | 'stopped' }
  | { readonly kind: 'blocked'; readonly report: DraftReport }
  | { readonly kind: 'built'; readonly report: DraftReport; readonly packId: string; readonly version: number };

export type Preparation = {
  readonly command: PackCommand;
  readonly folder: DraftFolder;
  /** What was dropped, as the teacher calls it. */
  readonly name: string;
  /** The upload's files in order; not looked at once there is a source folder. */
  readonly uploaded: readonly { readonly path: string; readonly position: number }[];
  /** What importing said before; kept while only the check is made anew. */
  readonly notCarried: DraftReport['notCarried'];
  /** Lays out the programs it needs; returns their folders. */
  readonly runtimes: (needed: PackYaml['runtimes']) => Promise<readonly string[]>;
  /** The number the edition will have. */
  readonly version: (packId: string) => Promise<number>;
  readonly onStep: (step: DraftStep) => void;
  readonly signal: AbortSignal;
};

/**
 * Makes of an upload a source folder, has it checked, and builds it where nothing blocks. Each step is a run of the
 * command line; what a step makes gets its name only when it is whole, so a kill in the middle leaves the step undone.
 */
export async function prepareDraft(preparation: Preparation): Promise<Prepared> {
  const { folder } = preparation;
  let { notCarried } = preparation;
  if (!(await isThere(folder.source))) {
    const imported = await importUpload(preparation);
    if ('kind' in imported) return imported;
    notCarried = [...imported.notCarried];
    await rm(folder.uploads, { recursive: true, force: true });
    await rm(folder.incoming, { recursive: true, force: true });
  }
  await rm(folder.built, { recursive: true, force: true });
  const runtimes = await preparation.runtimes((await openPackYaml(folder.source))?.runtimes ?? []);
  const given = runtimes.length === 0 ? [] : ['--runtime', ...runtimes];
  const checked = await runStep(preparation, 'check', ['pack', 'check', folder.source, '--json', ...given]);
  await rm(folder.runtimes, { recursive: true, force: true });
  const said = checkedSchema.safeParse(lastJson(checked.stdout));
  if (!said.success) return endOf(checked, 'check');
  const report = { problems: said.data.problems.slice(0, MAX_PROBLEMS), notCarried };
  if (report.problems.some(({ severity }) => severity === 'blocker')) return { kind: 'blocked', report };
  return build(preparation, report);
}

const checkedSchema = z.object({ problems: z.array(draftProblemSchema) });
const builtSchema = z.object({ ok: z.literal(true), packId: z.string(), version: z.int() });
const importedSchema = z.object({ ok: z.literal(true), notCarried: z._default(z.array(notCarriedSchema), []) });
const refusedSchema = z.object({ ok: z.literal(false), error: z.object({ sentence: z.string() }) });

async function importUpload(preparation: Preparation): Promise<Prepared | Pick<DraftReport, 'notCarried'>> {
  const { folder } = preparation;
  const supplied = await layOut(preparation);
  if (await isThere(join(supplied, 'pack.yaml'))) {
    // A source folder already, as a colleague or the command line keeps it.
    await rename(supplied, folder.source);
    return { notCarried: [] };
  }
  const fresh = `${folder.source}.new`;
  await rm(fresh, { recursive: true, force: true });
  const run = await runStep(preparation, 'import', [
    'pack',
    'import',
    supplied,
    '--out',
    fresh,
    '--name',
    preparation.name,
    '--json',
  ]);
  const imported = importedSchema.safeParse(lastJson(run.stdout));
  if (run.exitCode !== 0 || !imported.success) return endOf(run, 'import');
  await rename(fresh, folder.source);
  return { notCarried: imported.data.notCarried };
}

/** The upload under its own names; returns the one file, or the folder, the importer is to look at. */
async function layOut({ folder, uploaded }: Preparation): Promise<string> {
  await rm(folder.incoming, { recursive: true, force: true });
  for (const { path, position } of uploaded) {
    const place = join(folder.incoming, path);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await link(folder.uploadOf(position), place);
  }
  const [only, ...others] = await readdir(folder.incoming);
  // A dragged folder, or a single file, stands alone; several files lie side by side in a folder of ours.
  return only !== undefined && others.length === 0 ? join(folder.incoming, only) : folder.incoming;
}

async function build(preparation: Preparation, report: DraftReport): Promise<Prepared> {
  const { folder } = preparation;
  const fresh = `${folder.built}.new`;
  await rm(fresh, { recursive: true, force: true });
  const version = await preparation.version((await openPackYaml(folder.source))?.packId ?? '');
  const args = ['pack', 'build', folder.source, '--out', fresh, '--pack-version', String(version), '--json'];
  args.push('--narration-cache', folder.narration);
  const run = await runStep(preparation, 'build', args);
  const built = builtSchema.safeParse(lastJson(run.stdout));
  if (!built.success) return endOf(run, 'build');
  await rename(fresh, folder.built);
  return { kind: 'built', report, packId: built.data.packId, version: built.data.version };
}

function runStep(preparation: Preparation, step: DraftStep, args: readonly string[]): Promise<PackRun> {
  preparation.onStep(step);
  return runPackCommand(preparation.command, args, { timeLimit: STEP_LIMITS[step], signal: preparation.signal });
}

/** How a step that gave nothing ended: the command says its reason in one sentence, as JSON or on its last line. */
function endOf(run: PackRun, step: DraftStep): Prepared {
  if (run.ended === 'time-up' || run.ended === 'stopped') return { kind: 'unfinished', step, why: run.ended };
  const refused = refusedSchema.safeParse(lastJson(run.stdout));
  return {
    kind: 'refused',
    step,
    sentence: refused.success ? refused.data.error.sentence : run.lastLine.slice(0, 500),
  };
}

/** The JSON on the last line of what a command said. */
function lastJson(text: string): unknown {
  try {
    return JSON.parse(text.trim().split('\n').at(-1) ?? '');
  } catch {
    return undefined;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
