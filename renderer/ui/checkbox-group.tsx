import { ChoiceOption, type ChoiceWords } from './choice-option.tsx';
import { FieldsetFrame, type FieldsetWords } from './fieldset-frame.tsx';

type CheckboxGroupProps = FieldsetWords & {
  readonly options: readonly (ChoiceWords & { readonly value: string })[];
  readonly values: readonly string[];
  /** Takes all chosen values, in the order of the options. */
  readonly onChange: (values: string[]) => void;
  readonly columns?: 1 | 2 | 3 | 4 | undefined;
};

/** Several answers to one question, as cards to be pressed. */
export function CheckboxGroup({ options, values, onChange, columns = 2, ...words }: CheckboxGroupProps) {
  function toggle(value: string, on: boolean) {
    const chosen = options.map((option) => option.value).filter((one) => (one === value ? on : values.includes(one)));
    onChange(chosen);
  }
  return (
    <FieldsetFrame {...words}>
      <div className="ui-choices" data-columns={columns}>
        {options.map((option) => (
          <ChoiceOption
            key={option.value}
            type="checkbox"
            words={option}
            checked={values.includes(option.value)}
            onChange={(on) => {
              toggle(option.value, on);
            }}
          />
        ))}
      </div>
    </FieldsetFrame>
  );
}
