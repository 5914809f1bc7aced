import { ChevronDown } from 'lucide-react';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import { Icon } from './icon.tsx';

type SelectProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  /** Shown while `value` is empty. */
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly width?: 'full' | 'medium' | 'short' | undefined;
};

/** One answer out of many: the native list, which every touch screen and screen reader knows. */
export function Select({
  label,
  hint,
  error,
  value,
  onChange,
  options,
  placeholder,
  disabled,
  width = 'full',
}: SelectProps) {
  return (
    <FieldFrame
      label={label}
      hint={hint}
      error={error}
      control={(control) => (
        <span className="ui-select" data-width={width}>
          <select
            {...control}
            className="ui-input"
            value={value}
            disabled={disabled}
            onChange={(event) => {
              onChange(event.currentTarget.value);
            }}
          >
            {placeholder !== undefined && (
              <option value="" disabled>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} />
        </span>
      )}
    />
  );
}
