import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { checkInstrumentText } from '../../content-packs/instruments/read-instruments.ts';
import { licensedMeasures } from '../../protocol/selfhelp/measures/instrument.ts';
import { skeletons } from '../../protocol/selfhelp/measures/skeletons.ts';
import { inProject } from '../lib/paths.mts';
import { Problem } from '../lib/problem.mts';

/** `throughline instrument …`: brings a measure that only a licensed file may bring into this prison's own build. */
export function registerInstrument(program: Command): void {
  const instrument = program.command('instrument').description('Standard measures that need a licence of their own.');
  instrument
    .command('import')
    .description('Judge a licensed measure against its published form, and put it into the next build of the tablet.')
    .argument('<file>', 'the JSON file that the licence gave you')
    .option('--into <folder>', 'where instrument packs lie', inProject('content-packs/instruments'))
    .action(async (file: string, options: { readonly into: string }) => {
      process.stdout.write(`${await importInstrument(file, options.into)}\n`);
    });
}

/** Judges and copies; says what to do next. Git ignores the folder: the licence forbids passing it on. */
async function importInstrument(file: string, into: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem(`${file} cannot be read.`);
  });
  const checked = checkInstrumentText(text);
  if (!checked.ok) throw new Problem(`${file} was not taken:\n- ${checked.error.problems.join('\n- ')}`);
  const id = licensedMeasures.find((each) => each === checked.value.id);
  if (id === undefined) throw new Problem(`${checked.value.name} ships with the source; only licensed measures are imported.`);
  await mkdir(path.join(into, id), { recursive: true });
  await writeFile(path.join(into, id, 'instrument.json'), `${JSON.stringify(checked.value, null, 2)}\n`);
  return `${skeletons[id].name} is as published. Build the tablet anew (npm run build) and give it to your tablets. Do not pass the folder on: its licence (${skeletons[id].licensor}) is for this prison.`;
}
