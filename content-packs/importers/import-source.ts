import { lstat, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#protocol/result.ts';
import { refuse, type ImportRefusal, type ImportReport } from './import-report.ts';
import type { Importer } from './importer.ts';
import { IMPORTERS } from './importers.ts';
import { openSupplied } from './open-supplied.ts';
import { createSourceWriter } from './source-writer.ts';
import { printableName } from './supplied-name.ts';
import { writePackYaml } from './write-pack-yaml.ts';

/**
 * Turns one supplied file or folder into a pack source folder: opens it safely, finds the importer, and puts the folder
 * in place whole with one rename. Takes the path, the folder to make (absent or empty) and the name the file came with,
 * where the path has another. Returns what was carried and what was not; on a refusal nothing is left.
 */
export async function importSource(
  source: string,
  out: string,
  name = path.basename(source),
): Promise<Result<ImportReport, ImportRefusal>> {
  const already = await readdir(out).catch(async () => ((await lstat(out).catch(() => undefined)) ? ['a file'] : []));
  if (already.length > 0)
    return refuse(
      'place-taken',
      `There is something in “${printableName(out)}” already; name a folder that is not there.`,
    );
  const parent = path.dirname(path.resolve(out));
  const made = await mkdir(parent, { recursive: true });
  const stage = await mkdtemp(path.join(parent, '.importing-'));
  let imported: Result<ImportReport, ImportRefusal> = fail({ code: 'kind-unknown', sentence: '' });
  try {
    imported = await importInto(source, stage, name);
    if (imported.ok) await rename(path.join(stage, 'source'), out);
    return imported;
  } finally {
    await rm(stage, { recursive: true, force: true });
    if (!imported.ok && made !== undefined) await removeMade(parent, made);
  }
}

async function importInto(source: string, stage: string, name: string): Promise<Result<ImportReport, ImportRefusal>> {
  const opened = await openSupplied(source, stage, name);
  if (!opened.ok) return opened;
  const { supplied, areOurs } = opened.value;
  const importer = await findImporter(supplied);
  if (!importer) return refuse('kind-unknown', whatIsKnown(name));
  const root = path.join(stage, 'source');
  await mkdir(root);
  const out = createSourceWriter(root, areOurs);
  const course = await importer.importCourse(supplied, out);
  if (!course.ok) return course;
  if (course.value.items.length === 0)
    return refuse('nothing-to-learn', `There is nothing to open in “${printableName(name)}”.`);
  const yaml = writePackYaml(course.value, name);
  await writeFile(path.join(root, 'pack.yaml'), yaml.text, { flag: 'wx' });
  const { title, languages, carried, notCarried } = course.value;
  return ok({
    kind: importer.kind,
    packId: yaml.packId,
    title,
    languages,
    items: yaml.items,
    carried,
    notCarried: [...notCarried, ...supplied.passedOver],
    toSay: yaml.toSay,
    ...out.counts,
  });
}

async function findImporter(supplied: Parameters<Importer['recognises']>[0]): Promise<Importer | undefined> {
  for (const importer of IMPORTERS) if (await importer.recognises(supplied)) return importer;
  return undefined;
}

function whatIsKnown(name: string): string {
  return `Nobody here knows what “${printableName(name)}” is; give a SCORM, cmi5, H5P, EPUB, PDF, Common Cartridge, quiz, film or sound file, or a folder of pages or lessons.`;
}

/** Removes the empty folders from `folder` up to the topmost one that was made for it. */
async function removeMade(folder: string, topmost: string): Promise<void> {
  for (let here = folder; here.startsWith(topmost); here = path.dirname(here)) await rmdir(here).catch(() => undefined);
}
