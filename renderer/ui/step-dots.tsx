type StepDotsProps = {
  readonly count: number;
  /** The step the person is at, from 1. */
  readonly current: number;
  /** The same in words: "Step 2 of 5". */
  readonly text: string;
};

/** Where the person is in a row of steps. */
export function StepDots({ count, current, text }: StepDotsProps) {
  return (
    <div className="ui-steps">
      <span className="ui-steps-text">{text}</span>
      <span className="ui-steps-dots" aria-hidden>
        {Array.from({ length: count }, (_, place) => (
          <span
            key={place}
            className="ui-steps-dot"
            data-state={place + 1 < current ? 'done' : place + 1 === current ? 'now' : 'next'}
          />
        ))}
      </span>
    </div>
  );
}
