import canonicalize from 'canonicalize';
import type { Sha256 } from '#protocol/ids.ts';
import { CHUNKED_ABOVE_BYTES, CHUNK_BYTES, FILE_LIST_FORMAT, type FileEntry } from '#protocol/packs/file-list.ts';
import type { ActivityId, Language } from '#protocol/packs/inline-text.ts';
import { PACK_FORMAT, type FileListReference, type Manifest, type PackItem } from '#protocol/packs/manifest.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { collectPassages } from './collect-passages.ts';
import type { CompiledItem, CompiledPack } from './compiled-pack.ts';
import { sha256 } from './node-crypto.ts';
import { playerNeeded } from './player-needed.ts';

/** A pack that was built and not yet signed: the manifest's bytes and every blob by its hash. */
export type BuiltPack = {
  readonly packId: string;
  readonly version: number;
  readonly manifestBytes: Uint8Array;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
};

/**
 * Writes manifest, file lists and files of a compiled pack (station 5 of walk B). No clock and no chance in it:
 * the same source gives the same bytes, so a second builder can check the first (PACK-4).
 * Takes the compiled pack, the version, and the warnings that travel with it.
 */
export function writeManifest(compiled: CompiledPack, version: number, warnings: readonly string[]): BuiltPack {
  const blobs = new Map<string, Uint8Array>();
  const indexes = writeSearchIndexes(compiled);
  const lists = groupFiles(compiled, indexes, (bytes) => keepBlob(blobs, bytes));
  const fileLists = lists.map(({ activityId, files }): FileListReference => {
    const bytes = canonicalBytes({ format: FILE_LIST_FORMAT, files });
    return {
      sha256: keepBlob(blobs, bytes),
      bytes: bytes.length,
      files: files.length,
      ...(activityId === undefined ? {} : { activityId }),
    };
  });
  const files = lists.flatMap((list) => list.files);
  const manifestBytes = canonicalBytes({
    ...describePack(compiled, version),
    items: compiled.items.map((item) => describeItem(item, compiled.pack.languages)),
    search: Object.fromEntries(indexes.map(({ language, said }) => [language, said])),
    fileLists,
    totals: { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0), optionalBytes: 0 },
    ...(warnings.length === 0 ? {} : { report: { warnings } }),
  });
  return { packId: compiled.pack.id, version, manifestBytes, blobs };
}

function describePack({ pack, cover, media, items }: CompiledPack, version: number): object {
  const contents = items.flatMap((item) => [...item.files.values()].map(({ content }) => content));
  const sounds = [...media.values()].some(({ role }) => role === 'audio' || role === 'video');
  return {
    format: PACK_FORMAT,
    minPlayer: Math.max(1, ...contents.map(playerNeeded)),
    packId: pack.id,
    version,
    channel: 'live',
    languages: pack.languages,
    title: pack.title,
    summary: pack.summary,
    subject: pack.subject,
    level: pack.level,
    minutes: pack.items.reduce((sum, item) => sum + item.minutes, 0),
    licence: pack.licence,
    attribution: pack.attribution,
    audience: pack.audience ?? {},
    // The checker refuses a film without captions, sound without words and a picture without description.
    a11y: {
      captions: true,
      transcripts: true,
      imageDescriptions: true,
      needsSound: pack.needsSound && sounds,
      hazards: pack.hazards ?? [],
      ...(pack.soundOnly === undefined ? {} : { soundOnly: pack.soundOnly }),
    },
    ...(pack.series === undefined ? {} : { series: pack.series }),
    ...(pack.topics === undefined ? {} : { topics: pack.topics }),
    ...(pack.readingAge === undefined ? {} : { readingAge: pack.readingAge }),
    ...(pack.source === undefined ? {} : { source: pack.source }),
    ...(pack.from === undefined ? {} : { from: pack.from }),
    ...(pack.until === undefined ? {} : { until: pack.until }),
    ...(cover === undefined ? {} : { cover: { path: cover, alt: pack.coverAlt } }),
  };
}

type WrittenIndex = {
  readonly language: Language;
  readonly bytes: Uint8Array;
  readonly said: NonNullable<Manifest['search']>[string];
};

/** The catalogue's search index of each language (content-packs.md section 8). */
function writeSearchIndexes(compiled: CompiledPack): readonly WrittenIndex[] {
  return compiled.pack.languages.map((language) => {
    const passages = collectPassages(compiled, language);
    const file = buildSearchIndex(passages, language, compiled.pack.synonyms?.[language]);
    const said = { path: `search/${language}.json`, engine: 'minisearch/7' as const, rules: file.rules, docs: passages.length };
    // Not canonical JSON: only MiniSearch reads it, and the order of its words is what makes it quick to load.
    return { language, bytes: new TextEncoder().encode(JSON.stringify(file)), said };
  });
}

function describeItem(item: CompiledItem, languages: readonly Language[]): PackItem {
  const inLanguages = (
    pick: (file: { readonly path: string; readonly content: { readonly title: string } }) => string,
  ) =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const file = item.files.get(language);
        return file ? [[language, pick(file)]] : [];
      }),
    );
  return {
    activityId: item.activityId,
    kind: item.kind,
    title: inLanguages((file) => file.content.title),
    entry: inLanguages((file) => file.path),
    completion: item.completion ?? usualCompletion(item, languages),
    minutes: item.minutes,
  };
}

/** A lesson is done when every page was seen, a quiz when its pass mark was reached; of essays alone the tutor says so. */
function usualCompletion(item: CompiledItem, languages: readonly Language[]): PackItem['completion'] {
  const content = item.files.get(languages[0] ?? '')?.content;
  if (!content || !('passMark' in content)) return { rule: 'viewed' };
  const marked = content.questions.some(({ kind }) => kind !== 'essay');
  return marked ? { rule: 'score', atLeast: content.passMark } : { rule: 'manual' };
}

type ListedFiles = { readonly activityId: ActivityId | undefined; readonly files: readonly FileEntry[] };

/** One list for each item, and first one for what several items share (PACK-10). */
function groupFiles(
  compiled: CompiledPack,
  indexes: readonly WrittenIndex[],
  keep: (bytes: Uint8Array) => Sha256,
): readonly ListedFiles[] {
  const shared = indexes.map(({ bytes, said }) =>
    describeFile(said.path, bytes, 'application/json', 'search-index', keep(bytes)),
  );
  const lists = new Map<ActivityId | undefined, FileEntry[]>([[undefined, shared]]);
  for (const item of compiled.items) {
    const files = [...item.files.values()].map(({ path, content }) => {
      const bytes = canonicalBytes(content);
      return describeFile(path, bytes, 'application/json', item.kind, keep(bytes));
    });
    lists.set(item.activityId, files);
  }
  for (const [path, { bytes, type, role, usedBy }] of compiled.media) {
    const [only, more] = [...usedBy];
    const owner = more === undefined && usedBy.size === 1 ? only : undefined;
    lists.get(owner)?.push(describeFile(path, bytes, type, role, keep(bytes)));
  }
  return [...lists]
    .filter(([, files]) => files.length > 0)
    .map(([activityId, files]) => ({ activityId, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }));
}

function describeFile(
  path: string,
  bytes: Uint8Array,
  type: FileEntry['type'],
  role: FileEntry['role'],
  hash: Sha256,
): FileEntry {
  const entry = { path, sha256: hash, bytes: bytes.length, type, role };
  if (bytes.length <= CHUNKED_ABOVE_BYTES) return entry;
  const chunks = Array.from(
    { length: Math.ceil(bytes.length / CHUNK_BYTES) },
    (_, at) => sha256(bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)) as Sha256,
  );
  return { ...entry, chunks: { size: CHUNK_BYTES, sha256: chunks } };
}

function keepBlob(blobs: Map<string, Uint8Array>, bytes: Uint8Array): Sha256 {
  const hash = sha256(bytes) as Sha256;
  blobs.set(hash, bytes);
  return hash;
}

/** RFC 8785 bytes of a JSON value; `undefined` members are left out, as JSON does. */
function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values can be written');
  return new TextEncoder().encode(text);
}
