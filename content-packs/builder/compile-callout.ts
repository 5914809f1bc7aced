import { Lexer, type Token, type Tokens } from 'marked';
import type { Block } from '#protocol/packs/lesson.ts';
import { compileLine, compileTokens, type TextPlace } from './compile-inline.ts';

type Callout = Extract<Block, { kind: 'callout' }>;
type Simple = Callout['blocks'];

const TONES: readonly Callout['tone'][] = ['remember', 'try', 'example', 'careful', 'help'];

/**
 * Turns a quote that begins with `[!remember]` (or try, example, careful, help, word) into a box.
 * The words after the name are the box's title; `[!word]` makes a definition. A quote without a name is a problem.
 */
export function compileCallout(
  token: Tokens.Blockquote,
  place: TextPlace,
  compileSimple: (tokens: readonly Token[], place: TextPlace) => Simple,
): readonly Block[] {
  const match = /^\[!([a-z]+)\][ \t]*([^\n]*)\n?([\s\S]*)$/.exec(token.text);
  const [, name = '', title = '', body = ''] = match ?? [];
  const tone = TONES.find((one) => one === name);
  if (!tone && name !== 'word') {
    place.problems.block(
      'box-unknown',
      place.file,
      place.line,
      `Begin a box with one of ${[...TONES, 'word'].map((one) => `[!${one}]`).join(', ')}.`,
    );
    return [];
  }
  const tokens = new Lexer().lex(body);
  if (!tone) return compileDefinition(title, tokens, place);
  const blocks = compileSimple(tokens, place);
  if (blocks.length === 0) {
    place.problems.block('empty-lesson', place.file, place.line, 'This box is empty.');
    return [];
  }
  return [{ kind: 'callout', tone, ...(title === '' ? {} : { title: compileLine(title, place) }), blocks }];
}

function compileDefinition(title: string, tokens: readonly Token[], place: TextPlace): readonly Block[] {
  const [body, more] = tokens.filter((one) => one.type !== 'space');
  if (title === '' || body?.type !== 'paragraph' || more) {
    place.problems.block(
      'box-unknown',
      place.file,
      place.line,
      'Write the word after [!word] and what it means in one paragraph below.',
    );
    return [];
  }
  return [
    {
      kind: 'definition',
      term: compileLine(title, place),
      meaning: compileTokens((body as Tokens.Paragraph).tokens, place),
    },
  ];
}
