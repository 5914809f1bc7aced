import { z } from 'zod/mini';
import type { LrsAnswer, LrsRequest } from './content-host.ts';

/** A document of the State or Agent Profile resource (xAPI 1.0.3, Communication 2.3 and 2.6). */
const documentSchema = z.object({ text: z.string(), type: z.string() });
/** Documents by resource and id. */
export const documentsSchema = z.record(z.string(), documentSchema);
/** Documents by resource and id. */
export type LrsDocuments = z.infer<typeof documentsSchema>;

/** Most characters of all documents of one activity: SCORM's 64,000 of suspend data and as much again. */
const MAX_DOCUMENTS_LENGTH = 128_000;

/**
 * Answers one call to a document resource. `resource` keeps the kinds apart, `idName` is the query's name for the id.
 * Changes `documents` in place and says so by `changed`. A POST onto a JSON document merges, as the standard says.
 */
export function answerDocument(
  documents: LrsDocuments,
  resource: 'state' | 'profile',
  idName: 'stateId' | 'profileId',
  request: LrsRequest,
): { readonly answer: LrsAnswer; readonly changed: boolean } {
  const id = request.query.get(idName);
  const key = `${resource}/${id ?? ''}`;
  switch (request.method) {
    case 'GET':
      return { answer: id === null ? listIds(documents, resource) : readDocument(documents[key]), changed: false };
    case 'PUT':
    case 'POST':
      return id === null ? { answer: { status: 400, body: `${idName} is missing` }, changed: false } : writeDocument(documents, key, request);
    case 'DELETE':
      for (const name of id === null ? keysOf(documents, resource) : [key]) Reflect.deleteProperty(documents, name);
      return { answer: { status: 204 }, changed: true };
    default:
      return { answer: { status: 405 }, changed: false };
  }
}

function keysOf(documents: LrsDocuments, resource: string): readonly string[] {
  return Object.keys(documents).filter((key) => key.startsWith(`${resource}/`));
}

function listIds(documents: LrsDocuments, resource: string): LrsAnswer {
  const ids = keysOf(documents, resource).map((key) => key.slice(resource.length + 1));
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(ids) };
}

function readDocument(document: LrsDocuments[string] | undefined): LrsAnswer {
  if (document === undefined) return { status: 404 };
  return { status: 200, headers: { 'content-type': document.type, etag: etagOf(document.text) }, body: document.text };
}

function writeDocument(documents: LrsDocuments, key: string, request: LrsRequest): { readonly answer: LrsAnswer; readonly changed: boolean } {
  const type = request.headers['content-type'] ?? 'application/octet-stream';
  const before = documents[key];
  const text = request.method === 'POST' && before !== undefined ? merge(before.text, request.body) : request.body;
  if (text === undefined) return { answer: { status: 400, body: 'Only JSON objects can be merged' }, changed: false };
  const others = Object.entries(documents).reduce((sum, [name, document]) => sum + (name === key ? 0 : document.text.length), 0);
  if (others + text.length > MAX_DOCUMENTS_LENGTH) return { answer: { status: 413, body: 'The documents of this activity are too long' }, changed: false };
  documents[key] = { text, type };
  return { answer: { status: 204, headers: { etag: etagOf(text) } }, changed: true };
}

function merge(before: string, after: string): string | undefined {
  const [one, other] = [parseObject(before), parseObject(after)];
  return one === undefined || other === undefined ? undefined : JSON.stringify({ ...one, ...other });
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a: an ETag only says whether a document is the same. */
function etagOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return `"${hash.toString(16)}"`;
}
