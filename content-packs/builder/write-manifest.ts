import { FILE_LIST_FORMAT } from '#protocol/packs/file-list.ts';
import type { Language } from '#protocol/packs/inline-text.ts';
import { PACK_FORMAT, type FileListReference, type PackItem } from '#protocol/packs/manifest.ts';
import { canonicalBytes } from './canonical-bytes.ts';
import type { CompiledItem, CompiledPack } from './compiled-pack.ts';
import { listFiles } from './list-files.ts';
import { hashBytes, type PackBlob } from './pack-blob.ts';
import { playerNeeded } from './player-needed.ts';
import { writeSearchIndexes } from './write-search-indexes.ts';

/** A pack that was built and not yet signed: the manifest's bytes and every blob by its hash. */
export type BuiltPack = {
  readonly packId: string;
  readonly version: number;
  readonly manifestBytes: Uint8Array;
  readonly blobs: ReadonlyMap<string, PackBlob>;
};

/** As many warnings as a manifest may hold; the author saw them all when the source was checked. */
const MOST_WARNINGS = 1000;

/**
 * Writes manifest, file lists and files of a compiled pack (station 5 of walk B). No clock and no chance in it:
 * the same source gives the same bytes, so a second builder can check the first (PACK-4).
 * Takes the compiled pack, the version, and the warnings that travel with it.
 */
export async function writeManifest(
  compiled: CompiledPack,
  version: number,
  warnings: readonly string[],
): Promise<BuiltPack> {
  const blobs = new Map<string, PackBlob>();
  const indexes = await writeSearchIndexes(compiled);
  const lists = await listFiles(compiled, indexes, blobs);
  const fileLists = lists.map(({ activityId, files }): FileListReference => {
    const { blob, said } = hashBytes(canonicalBytes({ format: FILE_LIST_FORMAT, files }));
    blobs.set(said.sha256, blob);
    return {
      sha256: said.sha256,
      bytes: said.bytes,
      files: files.length,
      ...(activityId === undefined ? {} : { activityId }),
    };
  });
  const files = lists.flatMap((list) => list.files);
  const manifestBytes = canonicalBytes({
    ...describePack(compiled, version),
    items: compiled.items.map((item) => describeItem(item, compiled.pack.languages)),
    ...(indexes.length === 0
      ? {}
      : { search: Object.fromEntries(indexes.map(({ language, said }) => [language, said])) }),
    fileLists,
    totals: { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0), optionalBytes: 0 },
    ...(warnings.length === 0 ? {} : { report: { warnings: warnings.slice(0, MOST_WARNINGS) } }),
  });
  return { packId: compiled.pack.id, version, manifestBytes, blobs };
}

function describePack(compiled: CompiledPack, version: number): object {
  const { pack, cover, media } = compiled;
  const sounds = [...media.values()].some(({ role }) => role === 'audio' || role === 'video');
  return {
    format: PACK_FORMAT,
    minPlayer: playerFor(compiled),
    packId: pack.id,
    version,
    channel: 'live',
    languages: pack.languages,
    title: pack.title,
    summary: pack.summary,
    subject: pack.subject,
    level: pack.level,
    // A runtime has no items and takes nobody any time; the manifest wants a minute at least.
    minutes: Math.max(1, pack.items.reduce((sum, item) => sum + item.minutes, 0)),
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
    ...(pack.readingAge === undefined ? {} : { readingAge: pack.readingAge }),
    ...(pack.source === undefined ? {} : { source: pack.source }),
    ...(pack.from === undefined ? {} : { from: pack.from }),
    ...(pack.until === undefined ? {} : { until: pack.until }),
    ...(cover === undefined ? {} : { cover: { path: cover, alt: pack.coverAlt } }),
    ...describeBelonging(pack),
  };
}

/** What a pack may say since player 2. */
function describeBelonging({ kind, series, topics, runtimes, certificate }: CompiledPack['pack']): object {
  return {
    ...(kind === 'runtime' ? { kind } : {}),
    ...(series === undefined ? {} : { series }),
    ...(topics === undefined ? {} : { topics }),
    ...(runtimes === undefined ? {} : { runtimes }),
    ...(certificate === undefined
      ? {}
      : { certificate: { title: certificate.title, minSeconds: certificate.minMinutes * 60 } }),
  };
}

/** A player of the first version knows lessons and simple quizzes alone, and must refuse the rest politely (PACK-2). */
function playerFor({ pack, items }: CompiledPack): number {
  if (Object.keys(describeBelonging(pack)).length > 0 || items.some(({ carried }) => carried !== undefined)) return 2;
  const contents = items.flatMap(({ files }) => [...files.values()].map(({ content }) => content));
  return Math.max(1, ...contents.map(playerNeeded));
}

function describeItem(item: CompiledItem, languages: readonly Language[]): PackItem {
  const { activityId, kind, minutes, after, carried } = item;
  const inLanguages = (pick: (language: Language) => string | undefined) =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const words = pick(language);
        return words === undefined ? [] : [[language, words]];
      }),
    );
  return {
    activityId,
    kind,
    title: carried?.title ?? inLanguages((language) => item.files.get(language)?.content.title),
    entry: inLanguages((language) => carried?.entry ?? item.files.get(language)?.path),
    ...(carried?.params === undefined ? {} : { params: carried.params }),
    completion: item.completion ?? usualCompletion(item, languages),
    ...limitOf(item, languages),
    minutes,
    ...(after.length === 0 ? {} : { prerequisites: after }),
  };
}

/** How often a quiz may be handed in, where it says so; the same in every language (compare-languages.ts). */
function limitOf(item: CompiledItem, languages: readonly Language[]): Pick<PackItem, 'attempts'> {
  const content = item.files.get(languages[0] ?? '')?.content;
  return content && 'attempts' in content && content.attempts !== undefined ? { attempts: content.attempts } : {};
}

/**
 * A lesson or document is done when every page was seen, a quiz when its pass mark was reached (of essays alone the tutor
 * says so), a course of another program when it says so itself.
 */
function usualCompletion(item: CompiledItem, languages: readonly Language[]): PackItem['completion'] {
  if (item.kind === 'scorm12' || item.kind === 'scorm2004') return { rule: 'scorm' };
  if (item.kind === 'cmi5' || item.kind === 'h5p') return { rule: 'xapi', verb: 'completed' };
  if (item.kind === 'assignment') return { rule: 'manual' };
  const content = item.files.get(languages[0] ?? '')?.content;
  if (!content || !('passMark' in content)) return { rule: 'viewed' };
  const marked = content.questions.some(({ kind }) => kind !== 'essay');
  return marked ? { rule: 'score', atLeast: content.passMark } : { rule: 'manual' };
}
