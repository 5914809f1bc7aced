/** One question's text in a GIFT file, and the line it begins at. */
export type GiftBlock = { readonly text: string; readonly line: number };

/** Longest text of one question, in characters; a longer one is not read, because the parser's time grows with it. */
export const MOST_CHARACTERS = 64 * 1024;

/**
 * Cuts a GIFT file into questions, which empty lines part (docs.moodle.org, “GIFT format”), so that one broken question
 * does not take the others with it. Comments go with what follows them; a comment alone is nothing.
 */
export function splitGift(text: string): readonly GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let lines: string[] = [];
  let first = 1;
  const end = () => {
    const said = lines.some((line) => line.trim() !== '' && !line.trimStart().startsWith('//'));
    if (said) blocks.push({ text: lines.join('\n'), line: first + lines.findIndex((line) => !isComment(line)) });
    lines = [];
  };
  const all = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const [at, line] of all.entries()) {
    if (line.trim() === '') {
      end();
      continue;
    }
    if (lines.length === 0) first = at + 1;
    lines.push(line);
    // A category stands on a line of its own, with or without an empty one after it.
    if (/^\s*\$CATEGORY:/.test(line)) end();
  }
  end();
  return blocks;
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith('//');
}
