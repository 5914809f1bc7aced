import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { ProblemList } from './problem.ts';

/** A YAML text that was read: its value by a schema, and where each part of it stands. */
export type ReadYaml<T> = { readonly value: T; readonly lineOf: (at: readonly PropertyKey[]) => number };

/**
 * Reads YAML against a schema, reporting every wrong place with its line.
 * Takes the text, the schema, the file for messages and the line the text begins at (for YAML inside a lesson).
 * Aliases are refused: a few lines of them can unfold to gigabytes.
 */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  from: { readonly file: string; readonly line: number; readonly code: 'yaml-shape' | 'question-wrong' },
  problems: ProblemList,
): ReadYaml<T> | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number) => counter.linePos(offset).line + from.line - 1;
  if (document.errors.length > 0) {
    for (const error of document.errors)
      problems.block('yaml-broken', from.file, lineAt(error.pos[0]), plainYamlError(error.message));
    return undefined;
  }
  const lineOf = (at: readonly PropertyKey[]) => lineAt(offsetOf(document, at));
  const parsed = schema.safeParse(toValue(document));
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    problems.block(from.code, from.file, lineOf(issue.path), `${nameOf(issue.path)}: ${issue.message}`);
  }
  return undefined;
}

function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** The offset of the deepest part of the path that exists. */
function offsetOf(document: Document, at: readonly PropertyKey[]): number {
  for (let length = at.length; length > 0; length -= 1) {
    const node = document.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function nameOf(at: readonly PropertyKey[]): string {
  if (at.length === 0) return 'The whole of it';
  return at.map((part) => (typeof part === 'number' ? `number ${String(part + 1)}` : `“${String(part)}”`)).join(' › ');
}

function plainYamlError(message: string): string {
  return `This cannot be read: ${message.split('\n')[0] ?? ''}. Look at the spaces at the start of the line and at the quotes.`;
}
