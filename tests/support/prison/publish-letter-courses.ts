import type { Prison } from '../prison-in-a-box.ts';
import { publishCourses } from './publish-courses.ts';

const CREDIT = 'licence: CC-BY-4.0\nattribution: [Words by the Throughline project.]\n';

/** The folders of small courses with written work, as a teacher writes them: path below the folder → text. */
const COURSES = {
  'a-letter-home': {
    'pack.yaml': `id: a-letter-home
languages: [en]
title: { en: A letter home }
summary: { en: Write a letter that is read. }
subject: english
level: [entry-3]
readingAge: 9
${CREDIT}certificate: { title: { en: Writing a letter }, minMinutes: 0 }
series: { id: letters, title: { en: Letters }, place: 1 }
items:
  - { id: letter, assignment: task.yaml, minutes: 20 }
`,
    'en/task.yaml': `title: Write the letter
intro: Write to the council about a broken street lamp.
parts:
  - { id: letter, ask: "Your letter", words: { atLeast: 5 } }
`,
  },
  'a-letter-for-work': {
    'pack.yaml': `id: a-letter-for-work
languages: [en]
title: { en: A letter for work }
summary: { en: Write to somebody who may give you a job. }
subject: english
level: [level-1]
readingAge: 9
${CREDIT}series: { id: letters, title: { en: Letters }, place: 2 }
items:
  - { id: letter, assignment: task.yaml, minutes: 30 }
`,
    'en/task.yaml': `title: Ask for a job
intro: A builder near your home looks for people.
parts:
  - { id: you, ask: "Who are you, and what can you do?", words: { atLeast: 20, atMost: 80 } }
  - { id: when, ask: "When can you start?" }
`,
  },
  'first-letters-in-arabic': {
    'pack.yaml': `id: first-letters-in-arabic
languages: [ar]
title: { ar: أول الحروف }
summary: { ar: الحروف الأولى وكيف تُكتب. }
subject: arabic
level: [entry-1]
readingAge: 7
${CREDIT}items:
  - { id: letters, lesson: 01-letters.md, minutes: 10 }
`,
    'ar/01-letters.md': '# الحروف الأولى\n\nتُكتب العربية من اليمين إلى اليسار.\n\n---\n\n## الألف\n\nالألف أول حرف.\n',
  },
} as const;

/** A course of `publishLetterCourses`. */
export type LetterCourse = keyof typeof COURSES;

/** Publishes these small courses with written work to everyone. */
export async function publishLetterCourses(prison: Prison, courses: readonly LetterCourse[] = Object.keys(COURSES) as LetterCourse[]): Promise<void> {
  await publishCourses(prison, Object.fromEntries(courses.map((course) => [course, COURSES[course]])));
}
