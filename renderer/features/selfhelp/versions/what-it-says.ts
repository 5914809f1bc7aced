import type { PrivateRecord } from '#protocol/selfhelp/private-record.ts';

/**
 * What a version says to whoever reads it, as a text to compare: two with the same text show the same words
 * (`useVersionWords`), and two with another text do not. Lists are of things, not of places: their order says nothing, nor
 * does a line of which nothing can be read, or how often a plan was used. Pure.
 */
export function whatItSays(record: PrivateRecord): string {
  return JSON.stringify(legible(shownOf(record)) ?? null);
}

function shownOf({ kind, body }: PrivateRecord): unknown {
  switch (kind) {
    case 'profile':
      return body.asksUse;
    case 'check-in':
      return { ...body, at: undefined };
    case 'plan':
      if (body.type === 'if-then') return { ...body, timesUsed: undefined, lastUsed: undefined };
      return body.type === 'release-day' ? { ...body, own: body.own.filter(({ words }) => legible(words) !== undefined) } : body;
    default:
      return body;
  }
}

/** What can be read of it, each list and each part in one order; undefined where nothing can. */
function legible(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim().split(/\s+/).join(' ') || undefined;
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return legibleList(value);
  const parts = Object.entries(value).flatMap(([name, part]) => (legible(part) === undefined ? [] : [[name, legible(part)] as const]));
  return parts.length === 0 ? undefined : Object.fromEntries(parts.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function legibleList(values: readonly unknown[]): unknown {
  const texts = values.map(legible).filter((value) => value !== undefined).map((value) => JSON.stringify(value));
  return texts.length === 0 ? undefined : [...new Set(texts)].sort();
}
