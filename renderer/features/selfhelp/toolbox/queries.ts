import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { loadDraft } from '../actions.ts';
import { listRecords } from '../queries.ts';
import type { KeptOf } from '../tables.ts';
import { draftKey } from './draft-key.ts';
import { endKeys } from './outcome.ts';
import { practisingSchema } from './player.ts';
import { techniqueIds, type TechniqueId } from './technique.ts';

/** How a technique stands with somebody. */
export type TechniqueState = { readonly id: TechniqueId; readonly times: number; readonly isBegun: boolean; readonly helps: boolean };

/** Every technique: how often it was finished, whether one is half way, and whether the last time said that it helps. */
export async function loadTechniqueStates(database: PersonDatabase): Promise<readonly TechniqueState[]> {
  const practices = await listRecords(database, 'practice');
  return Promise.all(
    techniqueIds.map(async (id) => {
      const mine = practices.filter(({ record }) => record.body.technique === id);
      return { id, times: mine.length, isBegun: await isBegun(database, id), helps: mine.some(({ record }) => record.body.answers[endKeys.helps] === true) };
    }),
  );
}

/** The techniques of which somebody said that they help, in the order of the shelf, each with the answers of the last time that it did. */
export async function loadHelpful(database: PersonDatabase): Promise<readonly { readonly id: TechniqueId; readonly answers: KeptOf<'practice'>['record']['body']['answers'] }[]> {
  const helped = (await listRecords(database, 'practice')).filter(({ record }) => record.body.answers[endKeys.helps] === true);
  return techniqueIds.flatMap((id) => {
    const last = helped.find(({ record }) => record.body.technique === id);
    return last === undefined ? [] : [{ id, answers: last.record.body.answers }];
  });
}

/** All times that one technique was finished, the newest first. */
export async function loadPractices(database: PersonDatabase, technique: string): Promise<readonly KeptOf<'practice'>[]> {
  return (await listRecords(database, 'practice')).filter(({ record }) => record.body.technique === technique);
}

/** Whether somebody is in the middle of a technique. */
export async function isBegun(database: PersonDatabase, technique: string): Promise<boolean> {
  const draft = practisingSchema.safeParse(await loadDraft(database, draftKey(technique)));
  return draft.success && Object.keys(draft.data.answers).length > 0;
}
