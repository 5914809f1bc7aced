import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { buildPack } from '../content-packs/builder/build-pack.ts';
import { describeProblems } from '../content-packs/builder/problem.ts';
import { refusalSentence } from '../content-packs/builder/refusal-sentences.ts';
import type { SigningKey } from '../content-packs/builder/sign-pack.ts';
import { FILE_TYPES } from '../protocol/packs/file-list.ts';
import { inProject } from './lib/paths.mts';
import { Problem } from './lib/problem.mts';

const run = promisify(execFile);

/** The player that is packed. Its own label says MIT, and it contains H5P's core, which is GPL-3.0 (ADR 0020). */
const PLAYER = 'h5p-standalone@3.8.2';

/** Id of the runtime pack; packs with H5P in them name it in `runtimes`, and the player looks for it by this name. */
export const H5P_RUNTIME_ID = 'h5p-runtime';

/**
 * Builds the runtime pack that plays H5P (PACK-33): fetches the player's files with `npm pack`, which neither installs
 * nor runs anything, and lays our page around them. It is a pack like any other: signed, verified, updated. Takes where to
 * write it (a folder of packs, or a name ending in `.pack`), its version, and keys to sign with.
 */
export async function buildH5pRuntime(options: {
  readonly out: string;
  readonly version: number;
  readonly keys: readonly SigningKey[];
}): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'throughline-h5p-'));
  try {
    const source = join(work, H5P_RUNTIME_ID);
    await fetchPlayer(work, join(source, 'h5p', 'player'));
    for (const file of ['index.html', 'start.js'])
      cpSync(inProject(`content-packs/runtimes/h5p/${file}`), join(source, 'h5p', file));
    writeFileSync(join(source, 'pack.yaml'), stringify(PACK));
    const built = await buildPack({ source, ...options });
    if (!built.ok) throw new Problem(sentenceOf(built.error));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const PACK = {
  id: H5P_RUNTIME_ID,
  kind: 'runtime',
  folder: 'h5p',
  languages: ['en', 'cy', 'ar'],
  title: { en: 'H5P player', cy: 'Chwaraewr H5P', ar: 'مشغّل H5P' },
  summary: {
    en: 'Plays H5P activities of other packs.',
    cy: 'Yn chwarae gweithgareddau H5P pecynnau eraill.',
    ar: 'يشغّل أنشطة H5P من الحزم الأخرى.',
  },
  subject: 'runtime',
  level: ['any'],
  licence: 'GPL-3.0-or-later',
  attribution: ['H5P core by Joubel AS, GPL-3.0; h5p-standalone by Tunapanda Institute, MIT.'],
  source: `npm pack ${PLAYER}`,
};

/** Fetches the package's archive and takes the files that a pack may carry; maps and web fonts of old browsers stay behind. */
async function fetchPlayer(work: string, into: string): Promise<void> {
  try {
    await run('npm', ['pack', PLAYER, '--ignore-scripts', '--silent', '--pack-destination', work], { cwd: work });
  } catch {
    throw new Problem(`${PLAYER} could not be fetched. The runtime pack is built where npm's registry can be reached.`);
  }
  const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Problem(`npm fetched nothing for ${PLAYER}.`);
  await run('tar', ['-xzf', archive, '-C', work, 'package/dist', 'package/LICENSE'], { cwd: work });
  mkdirSync(into, { recursive: true });
  const dist = join(work, 'package', 'dist');
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
    if (extname(name).slice(1) in FILE_TYPES) cpSync(join(dist, name), join(into, name), { recursive: true });
  writeFileSync(join(into, 'LICENCE.txt'), readFileSync(join(work, 'package', 'LICENSE')));
}

type BuildFailure = Extract<Awaited<ReturnType<typeof buildPack>>, { readonly ok: false }>['error'];

function sentenceOf(failure: BuildFailure): string {
  return failure.code === 'source-has-blockers' ? describeProblems(failure.problems) : refusalSentence(failure);
}
