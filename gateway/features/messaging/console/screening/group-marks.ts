import type { MessageView } from '../../staff-api.ts';

type Mark = MessageView['marks'][number];

/** One reason with the words it was found in; `words` shows what cannot be seen as a box. */
export type MarkGroup = {
  readonly key: string;
  readonly words: string;
  readonly reason: NonNullable<Mark['reason']>;
  readonly tricks: NonNullable<Mark['tricks']>;
  readonly hint: boolean;
};

/** Longest piece of a body that is repeated beside its reason, in UTF-16 units. */
const LONGEST = 80;
/** What takes no room on the screen, or turns what follows round. */
const UNSEEN = /[\p{Cf}\ufe0f\u20e3]/gu;

/** The marks of a body by reason and words, each once, hints last. Marks made before there were reasons are left out. */
export function groupMarks(body: string, marks: readonly Mark[]): readonly MarkGroup[] {
  const groups = new Map<string, MarkGroup>();
  for (const { reason, start, end, tricks = [], hint = false } of marks) {
    if (reason === undefined) continue;
    const cut = body.slice(start, Math.min(end, start + LONGEST)).replaceAll(UNSEEN, '▯');
    const words = end - start > LONGEST ? `${cut}…` : cut;
    const key = [reason, words, ...tricks].join('|');
    if (!groups.has(key)) groups.set(key, { key, words, reason, tricks, hint });
  }
  return [...groups.values()].toSorted((one, other) => Number(one.hint) - Number(other.hint));
}
