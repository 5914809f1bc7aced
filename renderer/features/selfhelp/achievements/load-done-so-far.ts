import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { plansOf } from '../plans/plan-rules.ts';
import { countRecords, listRecords } from '../queries.ts';
import type { DoneSoFar } from './milestone-rules.ts';

/** What was done so far. Pages and maps are counted without opening them, so ten years of pages take no longer. */
export async function loadDoneSoFar(database: PersonDatabase): Promise<DoneSoFar> {
  const practices = (await listRecords(database, 'practice')).filter(({ record }) => record.body.finished);
  const plans = plansOf(await listRecords(database, 'plan'), 'if-then');
  return {
    pages: await countRecords(database, 'check-in'),
    maps: await countRecords(database, 'map'),
    practices: practices.length,
    techniques: new Set(practices.map(({ record }) => record.body.technique)).size,
    plans: plans.length,
    plansUsed: plans.reduce((sum, { body }) => sum + body.timesUsed, 0),
  };
}
