import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inProject } from '../../../scripts/lib/paths.mts';

const run = promisify(execFile);

/** A teacher's desk: a source folder, signing keys, and the real command line. */
export type PackWorkshop = {
  /** The folder of the desk. */
  readonly desk: string;
  /** What a command is told so that both people sign: the teacher for education, a colleague for security. */
  readonly signing: readonly string[];
  readonly packId: string;
  readonly title: string;
  /** The next roles document, which names both their keys beside the demo's, as an administrator brings it to the console. */
  readonly roles: unknown;
  /** Builds a version whose first page says `words`; unsigned when told so. Returns the bytes of the `.pack`. */
  readonly build: (version: number, words: string, how?: 'signed' | 'unsigned') => Promise<Buffer>;
  /** Runs `throughline` with these arguments; rejects with what it said when it fails. */
  readonly throughline: (...args: readonly string[]) => Promise<string>;
};

const QUIZ = `title: Check the plan
intro: Two questions.
passMark: 1
questions:
  - id: first
    kind: single
    ask: What do you draw first?
    options:
      - { text: "The outline", right: true, say: "Yes, the outline." }
      - { text: "The shading", say: "The outline comes first." }
  - id: scale
    kind: numeric
    ask: The scale is 1 to 10. A wall is 30 cm on paper. How many metres is it?
    answer: 3
    tolerance: 0
`;

/** Sets up the desk in a new folder below `home`. */
export async function openPackWorkshop(home: string): Promise<PackWorkshop> {
  const desk = mkdtempSync(join(home, 'workshop-'));
  const throughline = async (...args: readonly string[]): Promise<string> =>
    (await run(process.execPath, [inProject('scripts/throughline.mts'), ...args])).stdout;
  await throughline('keys', 'new', '--out', desk, '--name', 'teacher', '--role', 'education');
  await throughline('keys', 'new', '--out', desk, '--name', 'colleague', '--role', 'security');
  const signing = ['--key', join(desk, 'teacher.pem'), join(desk, 'colleague.pem')];
  const source = join(desk, 'drawing-a-plan');
  mkdirSync(join(source, 'en'), { recursive: true });
  mkdirSync(join(source, 'media'));
  writeFileSync(join(source, 'pack.yaml'), PACK);
  writeFileSync(join(source, 'en', 'quiz-check.yaml'), QUIZ);
  const build: PackWorkshop['build'] = async (version, words, how = 'signed') => {
    writeFileSync(join(source, 'en', '01-plan.md'), lesson(words));
    writeFileSync(join(source, 'media', 'plan.svg'), picture(version));
    const file = join(desk, `v${String(version)}-${how}.pack`);
    const key = how === 'signed' ? signing : [];
    await throughline('pack', 'build', source, '--no-narrate', '--out', file, '--pack-version', String(version), ...key);
    return readFileSync(file);
  };
  const roles = await writeRoles(home, desk, throughline);
  return { desk, signing, packId: 'drawing-a-plan', title: 'Drawing a plan', roles, build, throughline };
}

const PACK = `id: drawing-a-plan
version: 1
languages: [en]
title:
  en: Drawing a plan
summary:
  en: How to draw a room to scale.
subject: maths
level: [entry-3]
readingAge: 9
licence: CC-BY-4.0
attribution:
  - Words and pictures by the Throughline project, 2026.
items:
  - { id: plan, lesson: 01-plan.md, minutes: 3 }
  - { id: check, quiz: quiz-check.yaml, minutes: 2 }
`;

function lesson(words: string): string {
  return `# A room on paper

${words}

![A square room with a door](../media/plan.svg)

---

## Draw the walls

Start with the outline.

---

## Draw the door

A door is a gap in a wall.
`;
}

/**
 * A picture of a megabyte, another for each version, of places that look random: so that there is a middle to cut a
 * download in, although it comes packed and as the difference from the version before.
 */
function picture(version: number): string {
  const dots = Array.from({ length: 20_000 }, (_, at) => {
    const chance = createHash('sha256').update(`${String(version)}-${String(at)}`).digest();
    const [x, y] = [chance.readUInt32BE(0) / 2 ** 32, chance.readUInt32BE(4) / 2 ** 32];
    return `<circle cx="${(x * 400).toFixed(4)}" cy="${(y * 300).toFixed(4)}" r="1"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">${dots.join('\n')}</svg>\n`;
}

/** As whoever has the root key does it: the keys that count, the workshop's among them; education and security sign. */
async function writeRoles(home: string, desk: string, throughline: PackWorkshop['throughline']): Promise<unknown> {
  const keys = join(home, 'keys');
  const named = ['education-demo', 'security-demo', 'root-demo', 'own-education', 'own-security'].map((name) => join(keys, `${name}.public.json`));
  const all = [...named, join(home, 'gateway', 'keys', 'release.public.json'), join(desk, 'teacher.public.json'), join(desk, 'colleague.public.json')];
  const file = join(desk, 'roles.json');
  await throughline(
    'keys',
    'roles',
    '--sign',
    join(keys, 'root-demo.pem'),
    '--after',
    join(keys, 'roles.json'),
    '--out',
    file,
    '--key',
    ...all,
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}
