import { AArrowDown, AArrowUp } from 'lucide-react';
import { TEXT_SIZES, type TextSize } from './apply-appearance.ts';
import { Button } from './button.tsx';

type TextSizeSwitchProps = {
  readonly legend: string;
  readonly value: TextSize;
  readonly onChange: (size: TextSize) => void;
  readonly smallerWord: string;
  readonly largerWord: string;
  /** For example "150 %". */
  readonly valueText: (size: TextSize) => string;
};

/** Smaller and larger text, up to twice the size. */
export function TextSizeSwitch({ legend, value, onChange, smallerWord, largerWord, valueText }: TextSizeSwitchProps) {
  const place = TEXT_SIZES.indexOf(value);
  const smaller = TEXT_SIZES[place - 1];
  const larger = TEXT_SIZES[place + 1];
  // aria-disabled keeps the focus where it is when the last step is reached.
  return (
    <fieldset className="ui-segments-frame">
      <legend className="ui-label">{legend}</legend>
      <div className="ui-text-size">
        <Button
          icon={AArrowDown}
          aria-disabled={smaller === undefined}
          onClick={() => {
            if (smaller) onChange(smaller);
          }}
        >
          {smallerWord}
        </Button>
        <output className="ui-text-size-value">{valueText(value)}</output>
        <Button
          icon={AArrowUp}
          aria-disabled={larger === undefined}
          onClick={() => {
            if (larger) onChange(larger);
          }}
        >
          {largerWord}
        </Button>
      </div>
    </fieldset>
  );
}
