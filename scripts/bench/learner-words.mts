/** First names of seeded learners: short and long, with Welsh and Arabic letters among them. */
export const FIRST_NAMES = ['Daniel', 'Siôn', 'Marek', 'Yusuf', 'Kyle', 'Ifan', 'Ahmed', 'Tŷdfil', 'Andrei', 'Michael', 'خالد', 'Lee', 'Gwŷn', 'Piotr', 'Jean-Baptiste', 'Sam', 'Abdirahman'] as const;
/** Last names of seeded learners. */
export const LAST_NAMES = ['Okafor', 'Llŷr', 'Kowalski', 'Al-Hassan', 'Ward', 'Gruffydd', 'Popescu', 'Ó Briain', 'Smith', 'Featherstonehaugh', 'المنصور', 'Reed', 'Đurić', 'Nguyễn', 'Bevan', 'Hughes-Llewellyn', 'Fox', 'Khan', 'Ysgol'] as const;
/** What seeded learners hand in: a line, and a page. */
export const LETTERS = [
  'Dear Sir, the lamp in front of number 12 has been broken since March. Please mend it. Yours, Sam',
  `Dear council,\n\nI write about the street lamp outside my mother’s house. It has not worked for three months, and she does not like to go out after four o’clock in the winter.\n\n${'I have rung twice. The first time nobody answered, and the second time I was told that somebody would come. '.repeat(5)}\n\nPlease tell me when it will be mended.\n\nYours faithfully`,
  'Annwyl Gyngor, mae’r lamp o flaen rhif 12 wedi torri ers mis Mawrth. A wnewch chi ei thrwsio, os gwelwch yn dda?',
] as const;

type Course = { readonly id: string; readonly subject: string; readonly title: string; readonly cy: string; readonly lessons: readonly string[] };

/** Courses of a seeded prison. */
export const COURSES: readonly Course[] = [
  { id: 'fractions-for-work', subject: 'maths', title: 'Fractions for work', cy: 'Ffracsiynau ar gyfer gwaith', lessons: ['Halves and quarters', 'Sharing a bill', 'Cutting wood to size', 'Per cent and discount', 'Reading a payslip'] },
  { id: 'writing-a-letter', subject: 'english', title: 'Writing a letter that is read', cy: 'Ysgrifennu llythyr a ddarllenir', lessons: ['Who reads it?', 'The first sentence', 'What you ask for', 'A clear ending'] },
  { id: 'laying-tiles', subject: 'construction', title: 'Laying tiles: from the first line to the last joint', cy: 'Gosod teils: o’r llinell gyntaf i’r uniad olaf', lessons: ['Tools', 'Measuring a wall', 'The first row', 'Corners', 'Grout', 'Cleaning up'] },
  { id: 'food-safety', subject: 'catering', title: 'Food safety', cy: 'Diogelwch bwyd', lessons: ['Clean hands', 'Cold and hot', 'Raw and cooked', 'Allergies'] },
  { id: 'money-at-home', subject: 'maths', title: 'Money at home', cy: 'Arian gartref', lessons: ['What comes in', 'What goes out', 'Borrowing', 'Saving a little'] },
];

/** A manifest of such a course: its lessons with a quiz after every second, and written work where it is about writing. */
export function describeCourse({ id, subject, title, cy, lessons }: Course): object {
  const item = (slug: string, kind: string, name: string, completion: object, minutes: number) => ({ activityId: `${id}.${slug}`, kind, title: { en: name, cy: name }, entry: { en: `en/${slug}.json`, cy: `cy/${slug}.json` }, completion, minutes });
  const items = lessons.flatMap((name, place) => [
    item(`lesson-${String(place + 1)}`, 'lesson', name, { rule: 'viewed' }, 12),
    ...(place % 2 === 1 ? [item(`quiz-${String(place + 1)}`, 'quiz', `Try yourself: ${name}`, { rule: 'score', atLeast: 0.7 }, 5)] : []),
  ]);
  const all = subject === 'english' ? [...items, item('letter', 'assignment', 'Write to the council', { rule: 'manual' }, 30)] : items;
  return {
    ...{ format: 'throughline-pack/1', minPlayer: 1, packId: id, version: 1, channel: 'live', languages: ['en', 'cy'] },
    ...{ title: { en: title, cy }, summary: { en: `${title}, step by step.`, cy: `${cy}, gam wrth gam.` }, subject, level: ['entry-3'] },
    ...{ minutes: all.reduce((sum, one) => sum + one.minutes, 0), licence: 'CC-BY-4.0', attribution: ['Words by the Throughline project, 2026.'] },
    ...{ certificate: { title: { en: title, cy }, minSeconds: 600 }, audience: {} },
    a11y: { captions: true, transcripts: true, imageDescriptions: true, needsSound: false, hazards: [] },
    items: all,
    fileLists: [{ sha256: 'a'.repeat(64), bytes: 10, files: 3 }],
    totals: { files: 3, bytes: 10, optionalBytes: 0 },
  };
}
