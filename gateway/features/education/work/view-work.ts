import type { Kysely } from 'kysely';
import type { WorkPart } from '#protocol/education/assignment.ts';
import { bestScoreOf } from '#protocol/education/progress-tally.ts';
import { plainText } from '#protocol/packs/inline-text.ts';
import { quizSchema } from '#protocol/packs/quiz.ts';
import type { PersonId } from '#protocol/ids.ts';
import { bytesToId } from '../../../db/id-bytes.ts';
import type { PackTables } from '../../../packs/tables.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import { loadCounts } from '../count-events.ts';
import type { TutorTables } from '../tutor-tables.ts';
import type { WorkView } from './staff-api.ts';
import { listWork, loadEarlier, type WorkListParts } from './work-queries.ts';
import { workOf, type WorkRow } from './work-rows.ts';

/** Reads a file of an edition as text; undefined when it is not there. */
export type ReadPackText = (packId: string, version: number, path: string) => Promise<string | undefined>;

/** A piece of work with its words, the questions of a quiz's long answers, and what was handed in before. */
export async function viewWork(
  tables: Kysely<TutorTables & PeopleTables & PackTables>,
  parts: WorkListParts & { readonly readPackText: ReadPackText },
  row: WorkRow,
): Promise<WorkView | undefined> {
  const work = workOf(row);
  const person = bytesToId<PersonId>(row.person);
  const head = (await listWork(tables, parts, { state: 'all', person })).find(({ workId }) => workId === work.workId);
  if (head === undefined) return undefined;
  const earlier = (await loadEarlier(tables, row)).map(workOf);
  const tally = work.kind === 'essay' ? (await loadCounts(tables, person, row.pack_id)).tallies.get(row.activity_id) : undefined;
  return {
    ...head,
    state: work.state as WorkView['state'],
    parts: work.kind === 'essay' ? await withQuestions(tables, parts, row, work.parts) : work.parts,
    mark: work.mark,
    quizScore: (tally === undefined ? undefined : bestScoreOf(tally)) ?? null,
    history: earlier.map(({ workId, receivedAt, parts: written, mark }) => ({
      workId: workId,
      receivedAt: receivedAt ?? 0,
      parts: written,
      mark,
    })),
  };
}

async function withQuestions(
  tables: Kysely<PackTables>,
  { courses, readPackText }: WorkListParts & { readonly readPackText: ReadPackText },
  row: WorkRow,
  written: readonly WorkPart[],
): Promise<WorkPart[]> {
  const manifest = await courses.find(tables, row.pack_id, row.pack_version);
  const entry = Object.values(manifest?.items.find(({ activityId }) => activityId === row.activity_id)?.entry ?? {})[0];
  const text = entry === undefined ? undefined : await readPackText(row.pack_id, row.pack_version, entry);
  const quiz = text === undefined ? undefined : quizSchema.safeParse(JSON.parse(text));
  if (quiz?.success !== true) return [...written];
  return written.map((part) => {
    const prompt = quiz.data.questions.find(({ id }) => id === part.partId)?.prompt ?? [];
    return { ...part, ask: prompt.map(plainText).join('\n\n').slice(0, 4000) };
  });
}
