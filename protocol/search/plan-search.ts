import { parseQuery, type QueryForm } from './search-rules.ts';

/** A query as one index is asked it: a passage is found when it has each word in one of its forms. */
export type SearchPlan = readonly (readonly QueryForm[])[];

/** Most words of a query that are looked at; the rest is a pasted text. */
const MAX_WORDS = 12;

/**
 * How to ask an index in `language` for what was typed. Words that were left out of the index because most pages have
 * them (`common`) are not asked; where all are common they are, and titles answer. Empty: there is no word in the query.
 */
export function planSearch(query: string, language: string, common: readonly string[]): SearchPlan {
  const words = parseQuery(query, language).slice(0, MAX_WORDS);
  const telling = words.filter((forms) => !forms.some((form) => isCommon(form, common)));
  return telling.length === 0 ? words : telling;
}

function isCommon({ term, boost, prefix }: QueryForm, common: readonly string[]): boolean {
  return boost > 1 && common.some((one) => one === term || (prefix && one.startsWith(term)));
}
