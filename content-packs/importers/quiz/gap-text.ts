import type { z } from 'zod';
import type { questionYamlSchema } from '../../builder/quiz-source-schema.ts';
import type { TextFormat } from './read-rich-text.ts';
import { readRichText } from './read-rich-text.ts';
import { asParagraphs, type RichText } from './rich-text.ts';

/** A gap in the words of our source files. */
export type GapSource = Extract<z.input<typeof questionYamlSchema>, { kind: 'gap-fill' }>['gaps'][string];

/** Signs of Unicode's private use area: no text has them, and no Markdown reader minds them. */
const BEFORE = '\ue000';
const AFTER = '\ue001';

/** What stands in a supplied text where its gap number `at` (from 0) was, until the text is read. */
export function gapMark(at: number): string {
  return `${BEFORE}${String(at)}${AFTER}`;
}

/**
 * Reads a text that holds gap marks. Returns it with `[gap-1]` in their places, in the form of our source files. Words
 * that look like a gap already keep their meaning, because square brackets are escaped and gaps have numbers of their own.
 */
export function readGapText(text: string, format: TextFormat): { readonly text: string; readonly read: RichText } {
  const read = readRichText(text, format);
  const words = asParagraphs(read).replace(/\\\[gap-/g, '(gap-');
  return {
    text: words.replace(new RegExp(`${BEFORE}(\\d+)${AFTER}`, 'g'), (_, at: string) => `[${gapName(Number(at))}]`),
    read,
  };
}

/** The gaps by the names `readGapText` gives them. */
export function gapsByName(gaps: readonly GapSource[]): Record<string, GapSource> {
  return Object.fromEntries(gaps.map((gap, at) => [gapName(at), gap]));
}

function gapName(at: number): string {
  return `gap-${String(at + 1)}`;
}
