import { useId } from 'react';
import { FieldsetFrame, type FieldsetWords } from './fieldset-frame.tsx';

type StrengthScaleProps = FieldsetWords & {
  /** null while nothing is chosen: 0 is an answer. */
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  /** What the ends mean. */
  readonly lowWord: string;
  readonly highWord: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly formatNumber?: ((value: number) => string) | undefined;
};

/** "How strong?" in steps that a thumb can hit, where a slider would need a steady hand. */
export function StrengthScale(props: StrengthScaleProps) {
  const { value, onChange, lowWord, highWord, min = 0, max = 10, formatNumber = String, ...words } = props;
  const name = useId();
  const steps = Array.from({ length: max - min + 1 }, (_, place) => min + place);
  return (
    <FieldsetFrame {...words}>
      <div className="ui-strength">
        {steps.map((step) => (
          <label key={step} className="ui-strength-step" data-reached={(value !== null && step <= value) || undefined}>
            <input
              type="radio"
              name={name}
              checked={step === value}
              aria-label={nameOf(step, { min, max, lowWord, highWord, formatNumber })}
              onChange={() => {
                onChange(step);
              }}
            />
            <span aria-hidden>{formatNumber(step)}</span>
          </label>
        ))}
      </div>
      <div className="ui-strength-ends" aria-hidden>
        <span>{lowWord}</span>
        <span>{highWord}</span>
      </div>
    </FieldsetFrame>
  );
}

type Ends = Required<Pick<StrengthScaleProps, 'lowWord' | 'highWord'>> & {
  readonly min: number;
  readonly max: number;
  readonly formatNumber: (value: number) => string;
};

/** The ends speak their meaning: "0, not at all". */
function nameOf(step: number, { min, max, lowWord, highWord, formatNumber }: Ends): string {
  const end = step === min ? lowWord : step === max ? highWord : undefined;
  return end === undefined ? formatNumber(step) : `${formatNumber(step)}, ${end}`;
}
