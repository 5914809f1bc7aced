import { fail, ok, type Result } from '#protocol/result.ts';

/** Deepest nesting of a body: ours go nine deep (quiz answers inside a progress event inside a push). */
const MAX_DEPTH = 32;
/** Most values in one body; 256 kB of `[[],[],…]` would otherwise cost more to walk than to read. */
const MAX_VALUES = 50_000;
/** Keys that could reach the prototype of an object somewhere further in. */
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a JSON body and refuses what no caller of ours sends: depth, sheer number, prototype keys and NUL (which
 * PostgreSQL cannot store and C libraries stop at). The walk keeps its own stack, so that depth costs no stack of ours.
 */
export function parseJsonBody(text: string): Result<unknown, { readonly code: 'json-unreadable' }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ code: 'json-unreadable' });
  }
  return isFit(value) ? ok(value) : fail({ code: 'json-unreadable' });
}

function isFit(root: unknown): boolean {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let seen = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth } = next;
    seen += 1;
    if (depth > MAX_DEPTH || seen > MAX_VALUES) return false;
    if (typeof value === 'string' && value.includes('\0')) return false;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (POISON.has(key) || key.includes('\0')) return false;
      stack.push({ value: child, depth: depth + 1 });
    }
  }
  return true;
}
