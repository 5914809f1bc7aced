import { marked } from 'marked';
import { escapeMarkdown } from './escape-markdown.ts';
import { readHtml } from './read-html.ts';
import { NO_TEXT, type RichText } from './rich-text.ts';

/** How a supplier says that its text is written. `auto`: HTML where there are tags in it. */
export type TextFormat = 'html' | 'markdown' | 'plain' | 'auto';

/** Reads supplied text in the form it is said to be in. */
export function readRichText(text: string, format: TextFormat): RichText {
  if (format === 'markdown') return readHtml(marked.parse(text, { async: false }));
  if (format === 'html' || (format === 'auto' && /<[a-z!/][^<>]*>|&[a-z#]\w{1,10};/i.test(text))) return readHtml(text);
  const paragraphs = text.split(/\n\s*\n/).map((part) => escapeMarkdown(part.trim().replace(/\s+/g, ' ')));
  return { ...NO_TEXT, paragraphs: paragraphs.filter((part) => part !== '') };
}
