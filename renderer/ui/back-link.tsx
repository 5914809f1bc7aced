import { ArrowLeft } from 'lucide-react';
import { Icon } from './icon.tsx';

export type BackLinkProps = {
  /** Where it leads: "Messages", or simply "Back". */
  readonly word: string;
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
};

/** One step back, with a word. A link with `href`, else a button. */
export function BackLink({ word, href, onClick }: BackLinkProps) {
  const inside = (
    <>
      <Icon of={ArrowLeft} mirror />
      <span>{word}</span>
    </>
  );
  return href === undefined ? (
    <button type="button" className="ui-back" onClick={onClick}>
      {inside}
    </button>
  ) : (
    <a className="ui-back" href={href} onClick={onClick}>
      {inside}
    </a>
  );
}
