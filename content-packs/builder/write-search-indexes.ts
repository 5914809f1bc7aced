import type { Language } from '#protocol/packs/inline-text.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { collectCarriedText } from './carried-text/collect-carried-text.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { collectPassages } from './collect-passages.ts';
import type { CompiledPack } from './compiled-pack.ts';

/** The search index of one language: its file, and what the manifest says of it. */
export type WrittenIndex = {
  readonly language: Language;
  readonly bytes: Uint8Array;
  readonly said: NonNullable<Manifest['search']>[string];
};

/** Writes the catalogue's search index of each language (content-packs.md section 8). A runtime stands in no catalogue and has none. */
export async function writeSearchIndexes(compiled: CompiledPack): Promise<readonly WrittenIndex[]> {
  if (compiled.pack.kind === 'runtime') return [];
  const carried = await collectCarriedText(compiled);
  return compiled.pack.languages.map((language) => {
    const passages = collectPassages(compiled, language, carried.passages);
    const file = buildSearchIndex(passages, language, compiled.pack.synonyms?.[language]);
    const path = `search/${language}.json`;
    const said = { path, engine: 'minisearch/7' as const, rules: file.rules, docs: passages.length };
    // Not canonical JSON: only MiniSearch reads it, and the order of its words is what makes it quick to load.
    return { language, bytes: new TextEncoder().encode(JSON.stringify(file)), said };
  });
}
