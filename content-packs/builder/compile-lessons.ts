import { Lexer, type Token, type Tokens } from 'marked';
import { plainText, type Line } from '#protocol/packs/inline-text.ts';
import { LESSON_FORMAT, lessonSchema, type Block, type Lesson } from '#protocol/packs/lesson.ts';
import { compileCallout } from './compile-callout.ts';
import { compileTokens, type TextPlace } from './compile-inline.ts';
import { compileQuestion } from './compile-question.ts';
import { directionOf } from './direction-of.ts';
import { endingOf, type MediaShelf } from './media-shelf.ts';
import { readYaml } from './read-yaml.ts';
import { questionYamlSchema } from './quiz-source-schema.ts';

/** Sentences above this many words are hard at a reading age of nine. */
const LONG_SENTENCE_WORDS = 28;

/**
 * Turns one Markdown lesson into typed blocks (station 4 of walk B, PACK-20). Takes the text, where it stands
 * and the media of the pack; returns the lesson, or undefined when it has no title or no page. Problems are noted.
 */
export function compileLesson(text: string, place: TextPlace, shelf: MediaShelf): Lesson | undefined {
  const pages: OpenPage[] = [{ blocks: [], written: false }];
  let title: string | undefined;
  for (const { token, line } of withLines(new Lexer().lex(text), place.line)) {
    const here = { ...place, line };
    const page = pages.at(-1);
    if (!page) break;
    if (token.type === 'heading' && (token as Tokens.Heading).depth === 1) {
      if (title !== undefined)
        here.problems.block('title-missing', here.file, line, 'A lesson has one title. Use ## for headings inside it.');
      title ??= plainText(headingOf(token, here));
    } else if (token.type === 'hr') pages.push({ blocks: [], written: false });
    else if (isPageTitle(token, page)) page.title = plainText(headingOf(token, here));
    else {
      page.blocks.push(...compileBlock(token, here, shelf));
      page.written ||= !['space', 'def'].includes(token.type);
    }
  }
  return finish(pages, title, place);
}

/** `written`: the author put something here, even if it turned out wrong; only a page without anything is called empty. */
type OpenPage = { title?: string; readonly blocks: Block[]; written: boolean };

function finish(pages: readonly OpenPage[], title: string | undefined, place: TextPlace): Lesson | undefined {
  const { problems, file, activityId, language } = place;
  if (title === undefined || title === '')
    problems.block('title-missing', file, 1, 'The first line must be the title of the lesson: # Title');
  const full = pages.filter((page) => page.blocks.length > 0);
  if (pages.some((page) => !page.written))
    problems.block(
      'empty-lesson',
      file,
      undefined,
      'A page of this lesson has nothing on it. Look at the lines of three hyphens.',
    );
  if (title === undefined || title === '' || full.length === 0) return undefined;
  const lesson = {
    format: LESSON_FORMAT,
    activityId,
    language,
    direction: directionOf(language),
    title,
    pages: full.map(({ title: name, blocks }) => (name === undefined ? { blocks } : { title: name, blocks })),
  };
  const parsed = lessonSchema.safeParse(lesson);
  if (parsed.success) return parsed.data;
  reportMisfit(parsed.error.issues[0]?.path ?? [], place);
  return undefined;
}

/** What no rule above foresaw, such as a table of twenty columns: better said now than refused by a tablet. */
function reportMisfit(at: readonly PropertyKey[], { problems, file }: TextPlace): void {
  const page = typeof at[1] === 'number' ? `Page ${String(at[1] + 1)}` : 'This lesson';
  problems.block(
    'not-carried',
    file,
    undefined,
    `${page} holds something a tablet cannot show: too large, too long or empty.`,
  );
}

/** A heading of level two at the top of a page names the page. */
function isPageTitle(token: Token, page: OpenPage): boolean {
  return (
    token.type === 'heading' &&
    (token as Tokens.Heading).depth === 2 &&
    page.blocks.length === 0 &&
    page.title === undefined
  );
}

function headingOf(token: Token, place: TextPlace): Line {
  return compileTokens((token as Tokens.Heading).tokens, place);
}

/** Gives each top-level token the line it begins on, by counting line ends in the raw text. */
function withLines(
  tokens: readonly Token[],
  first: number,
): readonly { readonly token: Token; readonly line: number }[] {
  let line = first;
  return tokens.map((token) => {
    const begins = line + (/^\n*/.exec(token.raw)?.[0].length ?? 0);
    line += token.raw.split('\n').length - 1;
    return { token, line: begins };
  });
}

function compileBlock(token: Token, place: TextPlace, shelf: MediaShelf): readonly Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return compileHeading(token as Tokens.Heading, place);
    case 'paragraph':
      return compileParagraph(token as Tokens.Paragraph, place, shelf);
    case 'list':
      return compileList(token as Tokens.List, place);
    case 'table':
      return [compileTable(token as Tokens.Table, place)];
    case 'blockquote':
      return compileCallout(token as Tokens.Blockquote, place, simpleBlocks);
    case 'code':
      return compileFence(token as Tokens.Code, place, shelf);
    case 'html':
      place.problems.block(
        'html-in-text',
        place.file,
        place.line,
        'HTML does not work here. Write it as plain text or Markdown.',
      );
      return [];
    default:
      place.problems.block(
        'not-carried',
        place.file,
        place.line,
        `This cannot be shown on the tablet: ${token.raw.trim().slice(0, 40)}`,
      );
      return [];
  }
}

type SimpleBlock = Extract<Block, { kind: 'paragraph' | 'list' }>;

/** What may stand in a box: paragraphs and lists. */
function simpleBlocks(tokens: readonly Token[], place: TextPlace): readonly SimpleBlock[] {
  return tokens.flatMap((token): readonly SimpleBlock[] => {
    if (token.type === 'space') return [];
    if (token.type === 'list') return compileList(token as Tokens.List, place);
    if (token.type === 'paragraph' || token.type === 'text')
      return textBlock((token as Tokens.Paragraph).tokens, place);
    place.problems.block('not-carried', place.file, place.line, 'Only text and lists can stand in a box.');
    return [];
  });
}

function textBlock(tokens: readonly Token[], place: TextPlace): readonly Extract<Block, { kind: 'paragraph' }>[] {
  const text = compileTokens(tokens, place);
  warnOfLongSentences(text, place);
  return text.length === 0 ? [] : [{ kind: 'paragraph', text }];
}

function compileHeading(token: Tokens.Heading, place: TextPlace): readonly Block[] {
  const text = compileTokens(token.tokens, place);
  if (text.length === 0) return [];
  if (token.depth > 3)
    place.problems.block(
      'not-carried',
      place.file,
      place.line,
      'Use ## or ### for headings; smaller ones are not shown.',
    );
  return [{ kind: 'heading', level: token.depth === 2 ? 2 : 3, text }];
}

/** A paragraph that is one picture becomes a picture, sound or film by its file's ending. */
function compileParagraph(token: Tokens.Paragraph, place: TextPlace, shelf: MediaShelf): readonly Block[] {
  const [only, more] = token.tokens;
  if (only?.type !== 'image' || more) return textBlock(token.tokens, place);
  const { href, text, title } = only as Tokens.Image;
  const ending = endingOf(href);
  if (['ogg', 'opus', 'mp3'].includes(ending)) return present(shelf.useSound(href, text, place));
  if (['webm', 'mp4'].includes(ending)) return present(shelf.useFilm(href, text, place));
  const picture = shelf.usePicture(href, text, place);
  if (!picture) return [];
  return [{ kind: 'image', ...picture, ...(title ? { caption: [{ kind: 'text', text: title }] } : {}) }];
}

function compileList(token: Tokens.List, place: TextPlace): readonly Extract<Block, { kind: 'list' }>[] {
  const items = token.items.map((item) => {
    const [first, ...rest] = item.tokens.filter((one) => one.type !== 'space');
    if (rest.length > 0)
      place.problems.block(
        'not-carried',
        place.file,
        place.line,
        'Lists have one level, and each point one paragraph.',
      );
    const line = first && 'tokens' in first ? compileTokens(first.tokens ?? [], place) : [];
    if (line.length === 0)
      place.problems.block('empty-lesson', place.file, place.line, 'A point of this list is empty.');
    return line;
  });
  return items.some((item) => item.length === 0) ? [] : [{ kind: 'list', ordered: token.ordered, items }];
}

function compileTable(token: Tokens.Table, place: TextPlace): Block {
  const cell = (one: Tokens.TableCell) => compileTokens(one.tokens, place);
  return { kind: 'table', head: token.header.map(cell), rows: token.rows.map((row) => row.map(cell)) };
}

/** ```question fences hold one question in YAML (PACK-25). */
function compileFence(token: Tokens.Code, place: TextPlace, shelf: MediaShelf): readonly Block[] {
  if (token.lang !== 'question') {
    place.problems.block(
      'not-carried',
      place.file,
      place.line,
      'Program text cannot be shown. A question begins with ```question.',
    );
    return [];
  }
  const from = { file: place.file, line: place.line + 1, code: 'question-wrong' } as const;
  const read = readYaml(token.text, questionYamlSchema, from, place.problems);
  if (read?.value.kind === 'essay') {
    // A lesson is never handed in, so no tutor would get it (PACK-25).
    place.problems.block('question-wrong', from.file, from.line, 'An essay is for the tutor: put it into a quiz.');
    return [];
  }
  const question = read && compileQuestion(read.value, place, shelf);
  return question ? [{ kind: 'question', question }] : [];
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function warnOfLongSentences(text: Line, place: TextPlace): void {
  for (const sentence of plainText(text).split(/[.!?](?:\s|$)/)) {
    const words = sentence.trim().split(/\s+/).length;
    if (words > LONG_SENTENCE_WORDS) {
      place.problems.warn(
        'sentence-long',
        place.file,
        place.line,
        `A sentence here has ${String(words)} words. Two short ones are easier to read.`,
      );
    }
  }
}
