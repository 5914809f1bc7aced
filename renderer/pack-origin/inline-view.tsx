import { createElement } from 'react';
import { plainText, type Inline, type Line } from '#protocol/packs/inline-text.ts';

/** A line of a lesson: typed runs only, so nothing a pack says can become markup (PACK-20). */
export function InlineView({ line }: { readonly line: readonly Inline[] }) {
  return line.map((run, index) => <Run key={index} run={run} />);
}

/** Paragraphs of lines. */
export function Paragraphs({ lines, part }: { readonly lines: readonly Line[]; /** Their name for reading aloud. */ readonly part?: string | undefined }) {
  return lines.map((line, index) => (
    <p key={index} data-part={part === undefined ? undefined : `${part}.${String(index)}`}>
      <InlineView line={line} />
    </p>
  ));
}

function Run({ run }: { readonly run: Inline }) {
  switch (run.kind) {
    case 'text':
      return run.strong === true ? <strong>{run.em === true ? <em>{run.text}</em> : run.text}</strong> : run.em === true ? <em>{run.text}</em> : run.text;
    case 'code':
      return <code>{run.text}</code>;
    case 'link':
      // Going elsewhere is the course page's business; here the words stand out, so that the person knows what to look for.
      return <strong>{run.text}</strong>;
    case 'fraction':
      return <Fraction {...run} />;
    case 'break':
      return <br />;
  }
}

/** Both numbers at full size, because they are what the lesson is about, and said in words: an answer that is only a
 * fraction would otherwise have no name. Drawn with `createElement`, because React's types do not name the elements of MathML. */
function Fraction({ whole, top, bottom }: Extract<Inline, { kind: 'fraction' }>) {
  const number = (value: number) => createElement('mn', null, value);
  const fraction = createElement('mfrac', null, number(top), number(bottom));
  return createElement('math', { className: 'player-fraction', displaystyle: 'true', role: 'math', 'aria-label': plainText([{ kind: 'fraction', whole, top, bottom }]) }, whole === undefined ? null : number(whole), fraction);
}
