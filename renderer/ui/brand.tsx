type BrandProps = {
  /** The product's name. */
  readonly word: string;
  readonly href?: string | undefined;
};

/** The mark (one line that goes on, through a doorway) and the name. */
export function Brand({ word, href }: BrandProps) {
  const inside = (
    <>
      <svg className="ui-brand-mark" viewBox="0 0 40 40" aria-hidden focusable={false}>
        <path className="ui-brand-door" d="M8 36 V16 a12 12 0 0 1 24 0 V36 Z" />
        <path className="ui-brand-edge" d="M2 30 C12 30 12 22 20 22 S28 14 38 14" />
        <path className="ui-brand-line" d="M2 30 C12 30 12 22 20 22 S28 14 38 14" />
      </svg>
      <span>{word}</span>
    </>
  );
  return href === undefined ? (
    <span className="ui-brand">{inside}</span>
  ) : (
    <a className="ui-brand" href={href}>
      {inside}
    </a>
  );
}
