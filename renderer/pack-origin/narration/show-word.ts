import { findWord } from './find-word.ts';
import type { TimedWord } from './word-at.ts';

let lastShown: Word | undefined;

/** Letters of a part, to be lit up. */
type Word = Pick<TimedWord, 'part' | 'from' | 'to'>;

/** Lights a word up by a highlight of the browser's own: the page's elements stay as they are. */
export function showWord(article: HTMLElement | null, word: Word | undefined): void {
  if (article === null || word === undefined || (word === lastShown && CSS.highlights.has('spoken'))) return;
  lastShown = word;
  const element = article.querySelector(`[data-part="${word.part}"]`);
  const range = element === null ? undefined : findWord(element, word.from, word.to);
  if (element === null || range === undefined) return;
  CSS.highlights.set('spoken', new Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < 80 || box.bottom > window.innerHeight - 120) element.scrollIntoView({ block: 'center' });
}

/** Nothing is lit up any more. */
export function hideWord(): void {
  CSS.highlights.delete('spoken');
}

/** The part of a page that was pressed, unless the press was meant for something in it. */
export function pressedPart(event: MouseEvent): string | undefined {
  const element = event.target as Element;
  if (element.closest('button, label, input, select, textarea, summary') !== null) return undefined;
  return element.closest<HTMLElement>('[data-part]')?.dataset['part'];
}
