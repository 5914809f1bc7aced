import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Prison } from '../prison-in-a-box.ts';
import { openPackWorkshop } from './pack-workshop.ts';

/** The source folder of a course as a teacher writes it: path below the folder → text. */
export type CourseFolder = Readonly<Record<string, string>>;

/** Builds, signs, brings and publishes to everyone courses by their ids, by command line and console. */
export async function publishCourses(prison: Prison, courses: Readonly<Record<string, CourseFolder>>): Promise<void> {
  const { desk, roles, signing, throughline } = await openPackWorkshop(prison.folder);
  await (await prison.staff('administrator')).send('POST', '/pack-roles', roles);
  const education = await prison.staff('education');
  for (const [packId, folder] of Object.entries(courses)) {
    for (const [path, text] of Object.entries(folder)) {
      mkdirSync(dirname(join(desk, packId, path)), { recursive: true });
      writeFileSync(join(desk, packId, path), text);
    }
    const file = join(desk, `${packId}.pack`);
    await throughline('pack', 'build', join(desk, packId), '--no-narrate', '--out', file, ...signing);
    await education.upload('/packs', readFileSync(file));
    await education.send('POST', `/packs/${packId}/publications`, { version: 1, audience: { kind: 'everyone' } });
  }
}
