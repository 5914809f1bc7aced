import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, type ActivityId } from '#protocol/packs/inline-text.ts';
import { compileLine, compileParagraphs, type TextPlace } from '../../builder/compile-inline.ts';
import { createProblemList } from '../../builder/problem.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { readRichText } from './read-rich-text.ts';
import { asLine, asParagraphs, asPlain } from './rich-text.ts';

const place = (): TextPlace => ({
  file: 'quiz.yaml',
  line: 1,
  language: 'en',
  activityId: 'a.b' as ActivityId,
  problems: createProblemList(),
  activityOf: () => undefined,
});
const words = (html: string) => readRichText(html, 'html').paragraphs;

describe('readRichText', () => {
  it('keeps paragraphs, emphasis, lists, breaks and raised digits', () => {
    expect(
      words(
        '<p>One <b>two </b>three<br>four</p><ul><li>a<li><i>b!</i></ul><ol><li>c</ol><p>x<sup>2</sup> H<sub>2</sub>O</p>',
      ),
    ).toEqual(['One **two** three', 'four', '• a', '• *b*\\!', '1\\. c', 'x² H₂O']);
  });

  it('names what it cannot keep, and scripts never become words', () => {
    const read = readRichText(
      '<p>See <a href="https://example.org">this</a><script>alert(1)</script><table><tr><td>1<td>2</table><video src=a></video><img src="@@PLUGINFILE@@/a.png" alt=" A  cat ">',
      'html',
    );
    expect(read.paragraphs).toEqual(['See this', '1 · 2']);
    expect(read.pictures).toEqual([{ src: '@@PLUGINFILE@@/a.png', alt: 'A cat' }]);
    expect(read.lost).toEqual([
      'a link to https://example.org (its words were carried)',
      'a script',
      'a table (its rows were carried as lines)',
      'a film',
    ]);
  });

  it('reads Markdown, plain text and text of either kind as what it is', () => {
    expect(readRichText('**Bold** words', 'markdown').paragraphs).toEqual(['**Bold** words']);
    expect(readRichText('2 * 3 <4>', 'plain').paragraphs).toEqual(['2 \\* 3 \\<4\\>']);
    expect(readRichText('1 < 2 & 3', 'auto').paragraphs).toEqual(['1 \\< 2 & 3']);
    expect(readRichText('<p>1</p><p>2</p>', 'auto').paragraphs).toEqual(['1', '2']);
  });

  it('plain words mean themselves in our source files, whatever signs they hold', () => {
    const sign = fc.constantFrom(
      '*',
      '_',
      '[',
      ']',
      '`',
      '<b>',
      '{1/2}',
      'https://a.b',
      'www.a.b',
      'a@b.c',
      '~~',
      '\\',
      '!',
      '&amp;',
      '|',
      'word',
      ' ',
      '1.',
      '#',
      '- ',
      '> ',
    );
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(sign, fc.string()), { minLength: 1 })
          .map((parts) => parts.join('').replace(/\s+/g, ' ').trim()),
        (text) => {
          fc.pre(text !== '');
          const at = place();
          expect(plainText(compileLine(escapeMarkdown(text), at))).toBe(text);
          expect(at.problems.all).toEqual([]);
        },
      ),
    );
  });

  it('never throws and never writes what the builder refuses, whatever the HTML', () => {
    const bit = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<i>',
      '<ul><li>',
      '<table><td>',
      '<img src=a alt=b>',
      '<sup>',
      '</sup>',
      '<svg>',
      '<math>',
      '<!--',
      '&lt;',
      '*',
      ' ',
      'word',
      '<template>',
      '<a href="x">',
      '<br>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 40 }), (parts) => {
        const read = readRichText(parts.join(''), 'html');
        const at = place();
        if (read.paragraphs.length > 0) {
          compileParagraphs(asParagraphs(read), at);
          compileLine(asLine(read), at);
        }
        asPlain(read);
        expect(at.problems.all).toEqual([]);
      }),
    );
  });

  it.each([
    ['tags that never end', '<a'.repeat(200_000)],
    ['bold signs', `<b>${'!'.repeat(200_000)}</b>`],
    ['empty cells', `<table><tr>${'<td>'.repeat(20_000)}x`],
    ['entities that never end', '&a'.repeat(200_000)],
  ])('reads %s in time that grows with the text, not with its square', (_, text) => {
    const began = performance.now();
    readRichText(text, 'auto');
    readRichText(text, 'html');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('does not fall over HTML nested without end', () => {
    expect(readRichText('<div>'.repeat(50_000) + 'deep', 'html').lost).toEqual([
      'text that is nested too deep to be read',
    ]);
  });
});
