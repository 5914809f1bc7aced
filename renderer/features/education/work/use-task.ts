import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { assignmentSchema, type Assignment } from '#protocol/packs/assignment.ts';
import type { PackItem } from '#protocol/packs/manifest.ts';
import type { WorkRecord } from '#protocol/education/assignment.ts';
import { inHandInOrder } from '#protocol/education/work-rules.ts';
import { createPackShelf } from '../../../packs/pack-shelf.ts';
import type { Person } from '../../../session/person.ts';
import type { Course } from '../course.ts';
import { loadPhotos } from './work-photos.ts';
import { workTables, type WorkDraft, type WorkPhoto } from './work-tables.ts';

/** The task of a course's item, from the files that were verified when the pack came; `failed` when it cannot be read. */
export function useTask(person: Person, course: Course, item: PackItem, language: string): Assignment | 'loading' | 'failed' {
  const [task, setTask] = useState<Assignment | 'loading' | 'failed'>('loading');
  const path = item.entry[language] ?? Object.values(item.entry)[0];
  const sha256 = course.pack.files.find((file) => file.path === path)?.sha256;
  useEffect(() => {
    let current = true;
    const read = async (): Promise<Assignment | 'failed'> => {
      const blob = sha256 === undefined ? undefined : await createPackShelf(person.tabletDatabase).loadFile(sha256);
      const parsed = blob === undefined ? undefined : assignmentSchema.safeParse(JSON.parse(await blob.text()));
      return parsed?.success === true ? parsed.data : 'failed';
    };
    void read().catch(() => 'failed' as const).then((found) => { if (current) setTask(found); });
    return () => { current = false; };
  }, [person, sha256]);
  return task;
}

/** What was handed in for a task, oldest first, the draft and its photographs; undefined while it is read. */
export function useWork(
  person: Person,
  activityId: string,
): { readonly works: readonly WorkRecord[]; readonly draft: WorkDraft | undefined; readonly photos: readonly WorkPhoto[] } | undefined {
  return useLiveQuery(async () => {
    const { works, drafts } = workTables(person.database);
    const own = (await works.list()).filter((work) => work.activityId === activityId);
    return { works: inHandInOrder(own), draft: await drafts.get(activityId), photos: await loadPhotos(person.database, activityId) };
  }, [person, activityId]);
}
