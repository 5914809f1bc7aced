type SkipLinkProps = {
  /** The id of the element to go to. */
  readonly target: string;
  readonly word: string;
};

/**
 * Lets keyboard and switch users pass over the top bar. It moves the focus itself instead of following a fragment,
 * because the tablet's router may own the fragment of the address.
 */
export function SkipLink({ target, word }: SkipLinkProps) {
  return (
    <a
      className="ui-skip-link"
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {word}
    </a>
  );
}
