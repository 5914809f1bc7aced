import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { listVersions, listVersionsOfDay, listVersionsOfDoubledDays } from '../queries.ts';
import type { KeptOf } from '../tables.ts';
import type { ChoosableKind } from './choose-route.ts';
import { byThing, choiceOf, thingOf } from './kinship.ts';

/** A thing of which there are two versions or more, none made from another, the newest first. */
export type Choice = { readonly thing: string; readonly versions: readonly KeptOf<ChoosableKind>[] };

const DAY_OF_PAGE = /^check-in\|(.*)$/;

/** The choices that wait, of one kind or of one thing. Of the diary the newest day first, and only days that have two rows are opened. */
export async function loadChoices(database: PersonDatabase, kind: ChoosableKind, thing?: string): Promise<readonly Choice[]> {
  const choices = byThing(await listSome(database, kind, thing)).flatMap((all) => {
    const [first] = all;
    const versions = choiceOf(all);
    if (first === undefined || versions.length === 0 || (thing !== undefined && thingOf(first) !== thing)) return [];
    return [{ thing: thingOf(first), versions }];
  });
  return kind === 'check-in' ? choices.sort((one, other) => (one.thing < other.thing ? 1 : -1)) : choices;
}

function listSome(database: PersonDatabase, kind: ChoosableKind, thing: string | undefined): Promise<readonly KeptOf<ChoosableKind>[]> {
  if (kind !== 'check-in') return listVersions(database, kind);
  const day = DAY_OF_PAGE.exec(thing ?? '')?.[1];
  return day === undefined ? listVersionsOfDoubledDays(database) : listVersionsOfDay(database, kind, day);
}
