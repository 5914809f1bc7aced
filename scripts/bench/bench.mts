import type { BenchRow } from './bench-row.mts';
import { benchColdStart } from './cold-start.mts';
import { benchDiaryYears } from './diary-years.mts';
import { benchDurablePush } from './durable-push.mts';
import { benchFirstLoad } from './first-load.mts';
import { benchImportPack } from './import-pack.mts';
import { benchPackTransfer } from './pack-transfer.mts';
import { benchPackUpdates } from './pack-updates.mts';
import { benchLessonOpen } from './lesson-open.mts';
import { benchScreening } from './screening.mts';
import { benchSearch } from './search.mts';
import { benchStolenDisk } from './stolen-disk.mts';
import { benchTapDurable } from './tap-durable.mts';
import { benchTutorDesk } from './tutor-desk.mts';

// `npm run bench`: every figure, as a ratio in one run. `-- --json` prints nothing but the rows. `-- NAME` runs one.

const BENCHES: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  'cold-start': benchColdStart,
  'first-load': benchFirstLoad,
  'tap-durable': benchTapDurable,
  'durable-push': benchDurablePush,
  search: benchSearch,
  'import-pack': benchImportPack,
  'pack-transfer': benchPackTransfer,
  'pack-updates': benchPackUpdates,
  'lesson-open': benchLessonOpen,
  'tutor-desk': benchTutorDesk,
  'diary-years': benchDiaryYears,
  'stolen-disk': benchStolenDisk,
  screening: benchScreening,
};

const json = process.argv.includes('--json');
const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (only !== undefined && only !== name) continue;
  if (!json) process.stdout.write(`${name} …\n`);
  const made = await bench();
  rows.push(...made);
  if (!json) for (const row of made) process.stdout.write(`  ${row.holds ? 'holds' : 'FALLS SHORT'}  ${row.name}: ${String(row.subject)} / ${String(row.peer)} = ${String(row.ratio)} (goal ${row.goal})\n`);
}
if (json) process.stdout.write(`${JSON.stringify(rows)}\n`);
