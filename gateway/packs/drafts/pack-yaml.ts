import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { z } from 'zod/mini';
import { languageSchema } from '#protocol/packs/inline-text.ts';
import { packPathSchema } from '#protocol/packs/file-list.ts';
import { completionSchema, type Manifest, packVersionSchema, strictPackIdSchema } from '#protocol/packs/manifest.ts';
import { changeLanguage } from './change-language.ts';
import type { ChangeDraft, Draft } from './staff-api.ts';

/** Larger than any course description; a file of this size is not one, and is not parsed. */
const MAX_YAML_BYTES = 1024 * 1024;

type Facts = NonNullable<Draft['facts']>;

/** A draft's `pack.yaml`, read as far as it can be. What is wrong with it is the checker's to say. */
export type PackYaml = {
  readonly packId: string | undefined;
  /** Programs it says it needs. */
  readonly runtimes: NonNullable<Manifest['runtimes']>;
  readonly facts: () => Promise<Facts>;
  /** Writes what a teacher put right, in it and in the quiz files it names; the rest of each file stays as it was. */
  readonly change: (change: ChangeDraft) => Promise<void>;
};

/** Opens `<source>/pack.yaml`; undefined when it is not there or cannot be read at all. */
export async function openPackYaml(source: string): Promise<PackYaml | undefined> {
  const path = join(source, 'pack.yaml');
  const document = await readDocument(path);
  if (document === undefined || !isMap(document.contents)) return undefined;
  return {
    packId: text.safeParse(document.get('id')).data,
    runtimes: readRuntimes(document),
    facts: () => readFacts(source, document),
    change: async (change) => {
      applyChange(document, change);
      if (change.language !== undefined) await changeLanguage(source, document, change.language);
      await changePassMarks(source, document, change);
      await saveDocument(path, document);
    },
  };
}

const text = z.string();
const runtimesSchema = z
  .array(z.object({ packId: strictPackIdSchema, minVersion: packVersionSchema }))
  .check(z.maxLength(5));
const words = z.record(z.string(), z.string());
const itemSchema = z.object({
  id: text,
  title: z.optional(words),
  quiz: z.optional(packPathSchema),
  minutes: z.optional(z.number()),
  completion: z.optional(completionSchema),
});

async function readFacts(source: string, document: Document): Promise<Facts> {
  const plain = plainOf(document);
  const read = <T>(schema: z.ZodMiniType<T>, name: string, otherwise: T): T =>
    schema.safeParse(plain[name]).data ?? otherwise;
  const languages = read(z.array(text), 'languages', []);
  const items = read(z.array(z.unknown()), 'items', []).flatMap((item) => itemSchema.safeParse(item).data ?? []);
  return {
    packId: read(text, 'id', ''),
    languages,
    title: read(words, 'title', {}),
    summary: read(words, 'summary', {}),
    subject: read(text, 'subject', ''),
    level: read(z.array(text), 'level', []),
    licence: read(text, 'licence', ''),
    attribution: read(z.array(text), 'attribution', []),
    certificate: plain['certificate'] !== undefined,
    items: await Promise.all(
      items.map(async ({ id, title, quiz, minutes, completion }) => ({
        id,
        title: Object.values(title ?? {})[0] ?? id,
        minutes: Math.round(minutes ?? 0),
        completion: completion ?? null,
        passMark: quiz === undefined ? null : await readPassMark(source, languages, quiz),
      })),
    ),
  };
}

async function readPassMark(source: string, languages: readonly string[], quiz: string): Promise<number | null> {
  const [language] = languages;
  const document = languageSchema.safeParse(language).success
    ? await readDocument(join(source, language ?? '', quiz))
    : undefined;
  return z.number().safeParse(document?.get('passMark')).data ?? null;
}

function readRuntimes(document: Document): PackYaml['runtimes'] {
  const runtimes = document.get('runtimes');
  if (!isSeq(runtimes)) return [];
  // Each value by itself: an alias in it is no number and no name, and is passed over.
  const said = runtimes.items.map((_one, at) => ({
    packId: document.getIn(['runtimes', at, 'packId']),
    minVersion: document.getIn(['runtimes', at, 'minVersion']),
  }));
  return runtimesSchema.safeParse(said).data ?? [];
}

/** Aliases are refused: a few lines of them can unfold to gigabytes. */
function plainOf(document: Document): Readonly<Record<string, unknown>> {
  return document.toJS({ maxAliasCount: 0 }) as Readonly<Record<string, unknown>>;
}

function applyChange(document: Document, change: ChangeDraft): void {
  const { language: _moved, items = [], certificate, packId, ...plain } = change;
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) document.set(name, value);
  if (packId !== undefined) document.set('id', packId);
  if (certificate === false) document.delete('certificate');
  if (certificate === true && !document.has('certificate'))
    document.set('certificate', { title: plainOf(document)['title'], minMinutes: 0 });
  for (const { id, minutes, completion } of items) {
    const at = indexOfItem(document, id);
    if (at < 0) continue;
    if (minutes !== undefined) document.setIn(['items', at, 'minutes'], minutes);
    if (completion !== undefined) document.setIn(['items', at, 'completion'], completion);
  }
}

function indexOfItem(document: Document, id: string): number {
  const items = document.get('items');
  if (!isSeq(items)) return -1;
  return items.items.findIndex((item) => isMap(item) && item.get('id') === id);
}

async function changePassMarks(source: string, document: Document, { items = [] }: ChangeDraft): Promise<void> {
  const languages = z.array(languageSchema).safeParse(plainOf(document)['languages']).data ?? [];
  for (const { id, passMark } of items) {
    const at = indexOfItem(document, id);
    const quiz = packPathSchema.safeParse(at < 0 ? undefined : document.getIn(['items', at, 'quiz'])).data;
    if (passMark === undefined || quiz === undefined) continue;
    for (const language of languages) {
      const path = join(source, language, quiz);
      const file = await readDocument(path);
      if (file === undefined) continue;
      file.set('passMark', passMark);
      await saveDocument(path, file);
    }
  }
}

async function readDocument(path: string): Promise<Document | undefined> {
  const size = (await stat(path).catch(() => undefined))?.size ?? Infinity;
  if (size > MAX_YAML_BYTES) return undefined;
  const document = parseDocument(await readFile(path, 'utf8'), { prettyErrors: false });
  return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
}

/** Whole or not at all. */
async function saveDocument(path: string, document: Document): Promise<void> {
  await writeFile(`${path}.new`, document.toString({ lineWidth: 0 }), { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
