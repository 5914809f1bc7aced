import { z } from 'zod';
import { ASSIGNMENT_FORMAT, assignmentSchema, type Assignment } from '#protocol/packs/assignment.ts';
import { partIdSchema } from '#protocol/packs/quiz.ts';
import { compileParagraphs, type TextPlace } from './compile-inline.ts';
import { directionOf } from './direction-of.ts';
import { readYaml } from './read-yaml.ts';

const words = z.string().trim().min(1, 'Write something here.');
const count = z.int('Write a whole number of words.').min(1).max(5000);

/** A written task as a teacher writes it. `words` advises on length; nobody is stopped by it. */
const taskYamlSchema = z.strictObject({
  title: words,
  intro: words.optional(),
  parts: z
    .array(z.strictObject({ id: partIdSchema, ask: words, words: z.strictObject({ atLeast: count.optional(), atMost: count.optional() }).optional() }))
    .min(1, 'A task asks for at least one thing.'),
  /** How many photographs of work on paper may go with it, where a tablet has a camera. */
  photos: z.int().min(0).max(6).default(0),
});

/** Turns one `task.yaml` into the form the tablet shows; undefined when it cannot be one, with every problem noted. */
export function compileAssignment(text: string, place: TextPlace): Assignment | undefined {
  const read = readYaml(text, taskYamlSchema, { file: place.file, line: 1, code: 'question-wrong' }, place.problems);
  if (!read) return undefined;
  const { value, lineOf } = read;
  const task = {
    format: ASSIGNMENT_FORMAT,
    activityId: place.activityId,
    language: place.language,
    direction: directionOf(place.language),
    title: value.title,
    intro: value.intro === undefined ? [] : compileParagraphs(value.intro, place),
    parts: value.parts.map(({ id, ask, words: guide }, at) => ({
      id,
      ask: compileParagraphs(ask, { ...place, line: lineOf(['parts', at]) }),
      ...(guide === undefined ? {} : { words: guide }),
    })),
    photos: value.photos,
  };
  const parsed = assignmentSchema.safeParse(task);
  if (parsed.success) return parsed.data;
  const message = 'Each part needs an “id” of its own and a question, and “atLeast” may not be more than “atMost”.';
  place.problems.block('question-wrong', place.file, undefined, message);
  return undefined;
}
