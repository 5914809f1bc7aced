import { Prose } from '../../../../ui/prose.tsx';

/** Words of a step, a paragraph for each line. */
export function Paragraphs({ body }: { readonly body: string | undefined }) {
  if (body === undefined) return null;
  return (
    <Prose>
      {body.split('\n').map((line) => <p key={line} className="practice-line">{line}</p>)}
    </Prose>
  );
}
