import { useId } from 'react';
import { ChoiceOption, type ChoiceWords } from './choice-option.tsx';
import { FieldsetFrame, type FieldsetWords } from './fieldset-frame.tsx';

type RadioCardsProps<V extends string> = FieldsetWords & {
  readonly options: readonly (ChoiceWords & { readonly value: V })[];
  /** null while nothing is chosen. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly columns?: 1 | 2 | 3 | 4 | undefined;
};

/** One answer out of a few, as cards with a word and, where it helps, a picture. */
export function RadioCards<V extends string>({ options, value, onChange, columns = 1, ...words }: RadioCardsProps<V>) {
  const name = useId();
  return (
    <FieldsetFrame {...words}>
      <div className="ui-choices" data-columns={columns}>
        {options.map((option) => (
          <ChoiceOption
            key={option.value}
            type="radio"
            name={name}
            words={option}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
        ))}
      </div>
    </FieldsetFrame>
  );
}
