import { useId, type ReactNode } from 'react';
import { FieldError } from './field-frame.tsx';

type CheckboxProps = {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
};

/** One yes or no. The whole line can be pressed. */
export function Checkbox({ label, checked, onChange, hint, error, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="ui-field" data-wrong={error !== undefined || undefined}>
      <FieldError id={`${id}-error`} error={error} />
      <label className="ui-checkbox">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={`${hint === undefined ? '' : `${id}-hint `}${id}-error`}
          aria-invalid={error !== undefined || undefined}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
        <span className="ui-check-box" aria-hidden />
        <span className="ui-checkbox-words">
          {label}
          {hint !== undefined && (
            <span className="ui-hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
