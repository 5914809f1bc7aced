import { Lexer, type Token, type Tokens } from 'marked';
import type { ActivityId, Inline, Language, Line, Paragraphs } from '#protocol/packs/inline-text.ts';
import type { ProblemList } from './problem.ts';

/** Where some text stands, and what its links may mean. */
export type TextPlace = {
  readonly file: string;
  readonly line: number;
  readonly language: Language;
  /** The item whose text this is; its pictures belong to it. */
  readonly activityId: ActivityId;
  readonly problems: ProblemList;
  /** The item whose file a link names, or undefined. */
  readonly activityOf: (fileName: string) => ActivityId | undefined;
};

type Marks = { readonly strong?: true; readonly em?: true };

/** Turns marked's inline tokens into runs. What cannot be carried is a problem, never passed on (PACK-20). */
export function compileTokens(tokens: readonly Token[], place: TextPlace, marks: Marks = {}): Line {
  return joinRuns(tokens.flatMap((token) => compileToken(token, place, marks)));
}

/** Turns one line of a YAML file into runs; the same small Markdown as in lessons. */
export function compileLine(text: string, place: TextPlace): Line {
  return compileTokens(Lexer.lexInline(text), place);
}

/** Turns a YAML text with blank lines between its paragraphs into paragraphs. */
export function compileParagraphs(text: string, place: TextPlace): Paragraphs {
  const parts = text.split(/\n\s*\n/).map((part) => part.trim().replace(/\s*\n\s*/g, ' '));
  return parts.filter((part) => part !== '').map((part) => compileLine(part, place));
}

function compileToken(token: Token, place: TextPlace, marks: Marks): readonly Inline[] {
  switch (token.type) {
    case 'text':
      if (token.tokens) return compileTokens(token.tokens, place, marks);
      return compileText((token as Tokens.Text).text, marks);
    case 'escape':
      return compileText((token as Tokens.Escape).text, marks);
    case 'strong':
      return compileTokens((token as Tokens.Strong).tokens, place, { ...marks, strong: true });
    case 'em':
      return compileTokens((token as Tokens.Em).tokens, place, { ...marks, em: true });
    case 'codespan':
      return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
    case 'br':
      return [{ kind: 'break' }];
    case 'link':
      return compileLink(token as Tokens.Link, place);
    default:
      return refuseToken(token, place);
  }
}

function refuseToken(token: Token, place: TextPlace): readonly Inline[] {
  const { file, line, problems } = place;
  if (token.type === 'html')
    problems.block('html-in-text', file, line, 'HTML does not work here. Write it as plain text or Markdown.');
  else if (token.type === 'image')
    problems.block(
      'not-carried',
      file,
      line,
      'A picture, sound or film stands on a line of its own, with an empty line before and after.',
    );
  else
    problems.block('not-carried', file, line, `This cannot be shown on the tablet: ${token.raw.trim().slice(0, 40)}`);
  return [];
}

/** Links lead to other items of the same pack only (PACK-21): in a cell nothing else would open. */
function compileLink(token: Tokens.Link, place: TextPlace): readonly Inline[] {
  const { file, line, problems } = place;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(token.href)) {
    problems.block(
      'link-outside',
      file,
      line,
      `The link to ${token.href} leads out of the pack. It cannot work in a cell. Write here what people need from it.`,
    );
    return compileText(token.text, {});
  }
  const activityId = place.activityOf(token.href.replace(/^\.\//, ''));
  if (activityId) return [{ kind: 'link', activityId, text: token.text }];
  problems.block(
    'link-broken',
    file,
    line,
    `The link to ${token.href} leads nowhere. Use the file name of another lesson or quiz of this pack.`,
  );
  return compileText(token.text, {});
}

/** `{3/4}` and `{1 1/2}` become real fractions, drawn one number over the other. */
function compileText(text: string, marks: Marks): readonly Inline[] {
  const runs: Inline[] = [];
  let from = 0;
  const plain = (until: number) => {
    const part = text.slice(from, until).replaceAll('\n', ' ');
    if (part !== '') runs.push({ kind: 'text', text: part, ...marks });
  };
  for (const match of text.matchAll(/\{(?:(\d{1,6}) )?(\d{1,6})\/(\d{1,6})\}/g)) {
    plain(match.index);
    from = match.index + match[0].length;
    const [, whole, top = '0', bottom = '1'] = match;
    runs.push({
      kind: 'fraction',
      ...(whole === undefined ? {} : { whole: Number(whole) }),
      top: Number(top),
      bottom: Number(bottom),
    });
  }
  plain(text.length);
  return runs;
}

/** Joins neighbouring runs with the same emphasis, so that the same words always give the same bytes. */
function joinRuns(runs: readonly Inline[]): Line {
  const joined: Inline[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && run.strong === last.strong && run.em === last.em) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}
