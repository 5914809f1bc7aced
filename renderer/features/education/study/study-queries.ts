import { useLiveQuery } from 'dexie-react-hooks';
import type { Feedback } from '#protocol/education/feedback.ts';
import type { Goal, MyCourses } from '#protocol/education/goal.ts';
import { secondsLearned } from '#protocol/education/learning-time.ts';
import type { Note } from '#protocol/education/note.ts';
import type { RecordId } from '#protocol/ids.ts';
import { foldLetters } from '#protocol/search/fold-letters.ts';
import { usePerson } from '../../../session/use-person.ts';
import { localWeekStart } from '../local-today.ts';
import { progressTable } from '../tables.ts';
import { tabletNow } from './tablet-now.ts';
import { studyTables, type NoteVersion, type PrivateRow, type PrivateThing } from './study-tables.ts';

/** A private record of one kind with its id. `isSecond`: two tablets changed one apart, and this is what the other one wrote. */
export type Kept<Thing extends PrivateThing> = { readonly recordId: RecordId; readonly thing: Thing; readonly isSecond: boolean };

/** Everything private of one kind, changed last first; undefined while it is read. */
function useThings<Thing extends PrivateThing>(is: (thing: PrivateThing) => thing is Thing): readonly Kept<Thing>[] | undefined {
  const { database } = usePerson();
  const rows = useLiveQuery(() => studyTables(database).things.list(), [database]);
  return rows === undefined ? undefined : pickThings(rows, is);
}

function pickThings<Thing extends PrivateThing>(rows: readonly PrivateRow[], is: (thing: PrivateThing) => thing is Thing): readonly Kept<Thing>[] {
  const things = rows.flatMap(({ recordId, thing, of }) => (is(thing) ? [{ recordId, thing, isSecond: of !== undefined }] : []));
  return things.sort((one, other) => other.thing.changedAt - one.thing.changedAt);
}

/** All notes and documents, put-aside ones too. */
export const useNotes = () => useThings((thing): thing is Note => thing.kind === 'note');
/** All goals, put-aside ones too. */
export const useGoals = () => useThings((thing): thing is Goal => thing.kind === 'goal');

/** The courses on the person's own list, and the record that holds them. Two tablets may have made one each: the newest counts. */
export function useMyCourses(): { readonly packIds: readonly string[]; readonly recordId: RecordId | undefined } {
  const [newest] = useThings((thing): thing is MyCourses => thing.kind === 'my-courses') ?? [];
  return { packIds: newest?.thing.packIds ?? [], recordId: newest?.recordId };
}

/** Whole minutes of learning since Monday, on every tablet that has told this one; undefined while it is read. */
export function useMinutesThisWeek(): number | undefined {
  const { database } = usePerson();
  return useLiveQuery(async () => {
    const now = tabletNow();
    const from = localWeekStart(now);
    // A clock that was set back leaves events in the future: they are this week's as well as any.
    const events = await progressTable(database).list({ index: 'sort', atLeast: from });
    return Math.floor(secondsLearned(events, from, Number.POSITIVE_INFINITY) / 60);
  }, [database]);
}

/** Older texts of a note on this tablet, the newest first. */
export function useVersions(noteId: RecordId | undefined): readonly NoteVersion[] {
  const { database } = usePerson();
  const versions = useLiveQuery(async () => (noteId === undefined ? [] : studyTables(database).versions.list({ index: 'note', equals: await database.blind('note', noteId) })), [database, noteId]);
  return [...(versions ?? [])].sort((one, other) => other.at - one.at);
}

/** What the person thinks of an item; null when nothing was said, undefined while it is read. */
export function useFeedback(activityId: string): Feedback | null | undefined {
  const { database } = usePerson();
  return useLiveQuery(async () => (await studyTables(database).feedback.get(activityId)) ?? null, [database, activityId]);
}

/** Notes that have every typed word in title or text, with or without marks. */
export function findNotes(notes: readonly Kept<Note>[], query: string): readonly Kept<Note>[] {
  const words = foldLetters(query).split(/\s+/).filter((word) => word !== '');
  return notes.filter(({ thing }) => {
    const text = foldLetters(`${thing.title}\n${thing.body}`);
    return words.every((word) => text.includes(word));
  });
}
