import { stringify } from 'yaml';
import type { ActivityId } from '#protocol/packs/inline-text.ts';
import { compileQuestion } from '../../builder/compile-question.ts';
import { createMediaShelf } from '../../builder/media-shelf.ts';
import { createProblemList } from '../../builder/problem.ts';
import { questionYamlSchema } from '../../builder/quiz-source-schema.ts';
import type { ImportedItem, NotCarried } from '../import-report.ts';
import type { SourceWriter } from '../importer.ts';
import { slugOf, uniqueSlug } from '../slug-of.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { PictureShelf } from './picture-shelf.ts';
import type { QuestionDraft, QuizDraft } from './quiz-draft.ts';

/** Said where the file has no pass mark: half. Somebody should look at it, and the report says so. */
const PASS_MARK = 0.5;

/** A minute for each question, as our own packs reckon; an essay takes ten. */
const MINUTES = { question: 1, essay: 10 } as const;

/** Most questions of one quiz (protocol/packs/quiz.ts); a longer one becomes several. */
const MOST_QUESTIONS = 200;

/** Where a quiz goes: its language and the name of its file, without ending. */
export type QuizPlace = { readonly language: string; readonly id: string; readonly file: string };

/** What was written of one quiz; no items when nothing of it could be carried. */
export type WrittenQuiz = {
  readonly items: readonly ImportedItem[];
  readonly questions: number;
  readonly notCarried: readonly NotCarried[];
};

/**
 * Writes a quiz as a source file, with the pictures its questions need. A question that the builder would refuse is
 * listed with the builder's words and left out, so that what is carried always builds.
 */
export async function writeQuiz(
  quiz: QuizDraft,
  place: QuizPlace,
  pictures: PictureShelf,
  out: SourceWriter,
): Promise<WrittenQuiz> {
  const notCarried: NotCarried[] = [...(quiz.lost ?? [])];
  const questions: object[] = [];
  const taken = new Set<string>();
  for (const read of quiz.questions) {
    const where = { file: place.file, line: read.line };
    const say = (why: string, what = 'Question') => notCarried.push({ what: `${what} “${read.name}”`, ...where, why });
    if (read.is === 'refused') {
      say(read.why);
      continue;
    }
    const id = uniqueSlug(slugOf(read.wantedId ?? '') || slugOf(read.name, 40) || 'question', taken);
    const source = { id, ask: askOf(read, place.language), ...read.parts };
    const problem = problemOf(source);
    if (problem !== undefined) {
      say(problem);
      continue;
    }
    const picture = await pictures.carry(read.pictures, out);
    questions.push({ ...source, ...picture.fields });
    for (const lost of [...read.lost, ...picture.lost])
      say(`The question is carried without ${lost}.`, 'A part of question');
  }
  if (questions.length === 0) return { items: [], questions: 0, notCarried };
  if (quiz.passMark === undefined) notCarried.push(passMarkSaid(quiz, place));
  return { items: await writeParts(quiz, questions, place, out), questions: questions.length, notCarried };
}

/** What a gap fill asks whose text is all there is, in the languages of the tablet. */
const FILL_GAPS: Readonly<Record<string, string>> = {
  en: 'Fill the gaps.',
  cy: 'Llenwch y bylchau.',
  ar: 'املأ الفراغات.',
};

function askOf({ ask, name, parts }: QuestionDraft, language: string): string {
  if (ask !== '') return ask;
  return parts.kind === 'gap-fill' ? (FILL_GAPS[language] ?? FILL_GAPS['en'] ?? '') : escapeMarkdown(name);
}

async function writeParts(
  quiz: QuizDraft,
  questions: readonly object[],
  place: QuizPlace,
  out: SourceWriter,
): Promise<readonly ImportedItem[]> {
  const items: ImportedItem[] = [];
  for (let from = 0; from < questions.length; from += MOST_QUESTIONS) {
    const part = from / MOST_QUESTIONS + 1;
    const those = questions.slice(from, from + MOST_QUESTIONS);
    const title = (part === 1 ? quiz.title : `${quiz.title} (${String(part)})`).slice(0, 300);
    const id = part === 1 ? place.id : `${place.id}-${String(part)}`;
    await out.writeText(`${place.language}/${id}.yaml`, stringify(yamlOf(quiz, title, those), { lineWidth: 0 }));
    items.push({ id, title, kind: 'quiz', file: `${id}.yaml`, minutes: minutesOf(those) });
  }
  return items;
}

function yamlOf(quiz: QuizDraft, title: string, questions: readonly object[]): object {
  const marked = questions.some((question) => !isEssay(question));
  return {
    title,
    ...(quiz.intro === undefined || quiz.intro === '' ? {} : { intro: quiz.intro }),
    passMark: quiz.passMark ?? PASS_MARK,
    ...(quiz.attempts === undefined || !marked ? {} : { attempts: Math.min(20, quiz.attempts) }),
    ...(quiz.mixQuestions === true ? { mixQuestions: true } : {}),
    ...(quiz.mixChoices === true ? { mixChoices: true } : {}),
    questions,
  };
}

/** What the builder would say against a question, in its own words; undefined when it takes it. */
function problemOf(source: object): string | undefined {
  const parsed = questionYamlSchema.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return `It has a part our questions cannot have (${issue?.path.join(' › ') ?? ''}: ${issue?.message ?? ''}).`;
  }
  const problems = createProblemList();
  const nowhere = {
    file: '',
    line: 1,
    language: 'en',
    activityId: 'quiz.question' as ActivityId,
    problems,
    activityOf: () => undefined,
  };
  compileQuestion(parsed.data, nowhere, createMediaShelf({ root: '', files: new Map() }, []));
  return problems.all.find(({ severity }) => severity === 'blocker')?.message;
}

function passMarkSaid(quiz: QuizDraft, place: QuizPlace): NotCarried {
  const why = 'The file says none, so half of the marks is enough. If that is wrong, change it under “Parts” in the console, or as “passMark” in the quiz.';
  return { what: `The pass mark of “${quiz.title}”`, file: place.file, why };
}

function minutesOf(questions: readonly object[]): number {
  return questions.reduce<number>((sum, question) => sum + (isEssay(question) ? MINUTES.essay : MINUTES.question), 0);
}

function isEssay(question: object): boolean {
  return (question as Partial<QuestionDraft['parts']>).kind === 'essay';
}
