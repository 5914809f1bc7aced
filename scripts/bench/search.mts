import { buildSearchIndex } from '../../content-packs/builder/build-search-index.ts';
import type { FoundPassage } from '../../content-packs/builder/collect-passages.ts';
import { createSearchEngine } from '../../renderer/features/education/search/search-engine.ts';
import { makeRow, percentile, type BenchRow } from './bench-row.mts';
import { generateCorpus, seededRandom } from './search-corpus.mts';

const PARAGRAPHS = 30_000;
const PARAGRAPHS_ON_A_PAGE = 6;
const QUERIES = 400;
/** Milliseconds (content-packs.md section 8 and issue 2). */
const LIMIT = 60;

/** Search over a big generated shelf of four courses in four languages: how slow the slow ones are, and what the shipped index saves. */
export function benchSearch(): Promise<readonly BenchRow[]> {
  const shelf = pagesByLanguage();
  const begun = performance.now();
  const files = [...shelf].map(([language, pages]) => ({ language, json: JSON.stringify(buildSearchIndex(pages, language)) }));
  const built = performance.now() - begun;
  const engine = createSearchEngine();
  const opened = performance.now();
  for (const { language, json } of files) engine.load(`course-${language}`, json);
  const queries = makeQueries([...shelf.values()].flat());
  engine.search(queries[0] ?? '', 'en');
  const first = performance.now() - opened;
  const times = queries.map((query) => {
    const asked = performance.now();
    engine.search(query, 'en');
    return performance.now() - asked;
  });
  return Promise.resolve([
    makeRow('search over 30,000 paragraphs, p95 ms / limit', percentile(times, 0.95), LIMIT, { atMost: 1 }),
    makeRow('first search answer from the shipped index, ms / building the index, ms', first, built, { atMost: 0.15 }),
  ]);
}

function pagesByLanguage(): ReadonlyMap<string, readonly FoundPassage[]> {
  const paragraphs = new Map<string, string[]>();
  for (const { language, text } of generateCorpus(PARAGRAPHS, 1)) {
    const known = paragraphs.get(language) ?? [];
    known.push(text);
    paragraphs.set(language, known);
  }
  return new Map([...paragraphs].map(([language, texts]) => [language, toPages(texts)]));
}

function toPages(texts: readonly string[]): readonly FoundPassage[] {
  const pages = Math.ceil(texts.length / PARAGRAPHS_ON_A_PAGE);
  return Array.from({ length: pages }, (_, page) => ({
    page,
    title: `${texts[page * PARAGRAPHS_ON_A_PAGE]?.split(' ')[0] ?? ''} ${String(page)}`,
    text: texts.slice(page * PARAGRAPHS_ON_A_PAGE, (page + 1) * PARAGRAPHS_ON_A_PAGE).join('\n'),
  }));
}

/** As people ask: a word, the beginning of one, two words, a word with a letter wrong; common and rare alike. */
function makeQueries(pages: readonly FoundPassage[]): readonly string[] {
  const random = seededRandom(2);
  const pick = <T,>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  return Array.from({ length: QUERIES }, (_, at) => {
    const words = pick(pages)?.text.split(/\s+/) ?? [];
    const word = pick(words) ?? '';
    if (at % 4 === 0) return `${word} `;
    if (at % 4 === 1) return word.slice(0, 3);
    if (at % 4 === 2) return `${word} ${pick(words) ?? ''}`;
    return `${word.slice(0, 2)}q${word.slice(3)} `;
  });
}
