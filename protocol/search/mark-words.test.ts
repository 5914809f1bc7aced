import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markWords } from './mark-words.ts';

const found = (text: string, language: string, terms: readonly string[]) => markWords(text, language, terms).filter((piece) => piece.found).map((piece) => piece.text);
const line = (text: string, terms: readonly string[]) => markWords(text, 'en', terms).map((piece) => piece.text).join('');

test('the word stands marked as it is written, marks and all', () => {
  expect(found('Weles i ddŵr yn y môr.', 'cy', ['ddwr'])).toEqual(['ddŵr']);
  expect(found('هذا هو الكِتَابُ الجديد', 'ar', ['كتاب'])).toEqual(['الكِتَابُ']);
});

test('the sentence with the word is shown, not the beginning of the page', () => {
  expect(line('One thing first. Then a half is two quarters. And more.', ['half'])).toMatch(/^Then a half is two quarters/);
});

test('without the word the beginning is shown', () => {
  expect(line('One thing first.', ['title'])).toBe('One thing first.');
});

test('a line is never longer than a line, and everything in it stands in the text', () => {
  fc.assert(fc.property(fc.lorem({ maxCount: 200 }), fc.nat(), (text, at) => {
    const words = text.split(/\W+/).filter((word) => word !== '');
    const pieces = markWords(text, 'en', [words[at % words.length] ?? '']);
    const shown = pieces.filter(({ text: piece }) => !/^ ?… ?$/.test(piece)).map((piece) => piece.text).join('');
    expect(text).toContain(shown);
    expect(shown.length).toBeLessThanOrEqual(160);
    expect(pieces.some((piece) => piece.found)).toBe(true);
  }));
});
