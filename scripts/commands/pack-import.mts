import type { Command } from 'commander';
import type { ImportReport, NotCarried } from '../../content-packs/importers/import-report.ts';
import { importSource } from '../../content-packs/importers/import-source.ts';
import { Problem } from '../lib/problem.mts';
import { counted, print } from './pack-command.mts';

/** `throughline pack import`: a source folder out of one file or folder that another program made, or nothing and the reason. */
export function registerImport(pack: Command): void {
  pack
    .command('import <source>')
    .description('Make a source folder from a SCORM, cmi5, H5P, EPUB, PDF, quiz, film, sound or web file or folder.')
    .requiredOption('--out <folder>', 'the source folder to make; it must not be there yet, or be empty')
    .option('--name <name>', 'the name the file came with, where the path has another')
    .option('--json', 'print the report as JSON')
    .action(async (source: string, options: { readonly out: string; readonly name?: string; readonly json?: true }) => {
      const imported = await importSource(source, options.out, options.name);
      if (imported.ok)
        return print(
          options.json ? JSON.stringify({ ok: true, ...imported.value }) : describe(imported.value, options.out),
        );
      if (options.json) print(JSON.stringify({ ok: false, error: imported.error }));
      throw new Problem(imported.error.sentence);
    });
}

function describe(report: ImportReport, out: string): string {
  return [
    `“${report.title}” (${report.kind}, ${report.languages.join(', ')}): ${counted(report.items.length, 'item')}, ${counted(report.files, 'file')}.`,
    ...report.items.map(({ id, kind, title }) => `  ${kind} ${id}: ${title}`),
    ...report.carried.map((one) => `Carried: ${one}`),
    ...report.notCarried.map((one) => `Not carried: ${placeOf(one)}${one.what}. ${one.why}`),
    ...report.toSay.map((one) => `Please say in pack.yaml: ${one}`),
    `The source folder is ${out}; look at it with “throughline pack check ${out}”.`,
  ].join('\n');
}

function placeOf({ file, line }: NotCarried): string {
  if (file === undefined || line === undefined) return '';
  return `${file}, line ${line}: `;
}
