type ProgressRingProps = {
  readonly label: string;
  readonly value: number;
  readonly max?: number | undefined;
  /** Shown inside and spoken: "60 %". */
  readonly valueText: string;
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
};

/** How far something is, as a ring around its words. */
export function ProgressRing({ label, value, max = 100, valueText, size = 'md' }: ProgressRingProps) {
  const share = Math.min(Math.max(max > 0 ? value / max : 0, 0), 1);
  return (
    <div
      className="ui-ring"
      data-size={size}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={valueText}
    >
      <svg viewBox="0 0 100 100" aria-hidden focusable={false}>
        <circle className="ui-ring-track" cx="50" cy="50" r="43" />
        {/* pathLength 100: the dash is the share in per cent. */}
        <circle
          className="ui-ring-fill"
          cx="50"
          cy="50"
          r="43"
          pathLength={100}
          strokeDasharray={`${String(share * 100)} 100`}
        />
      </svg>
      <span className="ui-ring-words">{valueText}</span>
    </div>
  );
}
