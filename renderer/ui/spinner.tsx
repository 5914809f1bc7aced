type SpinnerProps = {
  /** Says what is being waited for. */
  readonly word: string;
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
  /** In the middle of its own space, for a screen or card that is not there yet. */
  readonly block?: boolean | undefined;
};

/** Something is being fetched or worked out. */
export function Spinner({ word, size = 'md', block = false }: SpinnerProps) {
  return (
    <div className="ui-spinner" data-block={block || undefined} role="status">
      <span className="ui-spinner-ring" data-size={size} aria-hidden />
      <span>{word}</span>
    </div>
  );
}
