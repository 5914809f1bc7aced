type ProgressBarProps = {
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly value: number;
  readonly max?: number | undefined;
  /** The same in words: "3 of 8 lessons". */
  readonly valueText: string;
};

/** How far something is, as a bar with words. */
export function ProgressBar({ label, labelHidden = false, value, max = 100, valueText }: ProgressBarProps) {
  const share = Math.min(Math.max(max > 0 ? value / max : 0, 0), 1);
  return (
    <div className="ui-progress">
      <div className="ui-progress-words">
        <span className={labelHidden ? 'ui-hidden' : 'ui-progress-label'}>{label}</span>
        <span className="ui-progress-value">{valueText}</span>
      </div>
      <div
        className="ui-progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={valueText}
      >
        <div
          className="ui-progress-fill"
          data-full={share === 1 || undefined}
          style={{ inlineSize: `${String(share * 100)}%` }}
        />
      </div>
    </div>
  );
}
