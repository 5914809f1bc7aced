import type { Kysely } from 'kysely';
import type { WorkPart } from '#protocol/education/assignment.ts';
import { figuresOfTally } from '#protocol/education/rules.ts';
import { plainText } from '#protocol/packs/inline-text.ts';
import type { PackItem } from '#protocol/packs/manifest.ts';
import { quizSchema } from '#protocol/packs/quiz.ts';
import type { PersonId } from '#protocol/ids.ts';
import { bytesToId } from '../../../db/id-bytes.ts';
import type { PackTables } from '../../../packs/tables.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import { loadCounts } from '../count-events.ts';
import type { TutorTables } from '../tutor-tables.ts';
import type { WorkPhoto, WorkView } from './staff-api.ts';
import { loadPhotoIds } from './view-photo.ts';
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
  const earlier = await loadEarlier(tables, row);
  const tally = work.kind === 'essay' ? (await loadCounts(tables, person, row.pack_id)).tallies.get(row.activity_id) : undefined;
  const item = await findItem(tables, parts.courses, row);
  return {
    ...head,
    state: work.state as WorkView['state'],
    parts: work.kind === 'essay' ? await withQuestions(tables, parts, row, work.parts) : work.parts,
    photos: await photosOf(tables, row),
    mark: work.mark,
    quizScore: (tally === undefined || item === undefined ? undefined : figuresOfTally(tally, item).bestScore) ?? null,
    history: await Promise.all(
      earlier.map(async (before) => {
        const { workId, parts: written, mark } = workOf(before);
        return { workId, receivedAt: before.received_at, parts: written, photos: await photosOf(tables, before), mark };
      }),
    ),
  };
}

async function photosOf(tables: Kysely<TutorTables>, row: WorkRow): Promise<WorkPhoto[]> {
  const { photos = [] } = workOf(row);
  const arrived = photos.length === 0 ? new Set<string>() : await loadPhotoIds(tables, row);
  return photos.map(({ photoId }) => ({ photoId, here: arrived.has(photoId) }));
}

async function withQuestions(
  tables: Kysely<PackTables>,
  { courses, readPackText }: WorkListParts & { readonly readPackText: ReadPackText },
  row: WorkRow,
  written: readonly WorkPart[],
): Promise<WorkPart[]> {
  const entry = Object.values((await findItem(tables, courses, row))?.entry ?? {})[0];
  const text = entry === undefined ? undefined : await readPackText(row.pack_id, row.pack_version, entry);
  const quiz = text === undefined ? undefined : quizSchema.safeParse(JSON.parse(text));
  if (quiz?.success !== true) return [...written];
  return written.map((part) => {
    const prompt = quiz.data.questions.find(({ id }) => id === part.partId)?.prompt ?? [];
    return { ...part, ask: prompt.map(plainText).join('\n\n').slice(0, 4000) };
  });
}

/** The item of the edition the work was written in; undefined where this gateway never had it. */
async function findItem(tables: Kysely<PackTables>, courses: WorkListParts['courses'], row: WorkRow): Promise<PackItem | undefined> {
  const manifest = await courses.find(tables, row.pack_id, row.pack_version);
  return manifest?.items.find(({ activityId }) => activityId === row.activity_id);
}
