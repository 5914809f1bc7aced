import type { Ref } from 'react';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import { formatCode } from './format-code.ts';

type CodeFieldProps = FieldWords & {
  readonly value: string;
  /** Takes the code in its printed form, for example `ABCD-1234`. */
  readonly onChange: (code: string) => void;
  /** How many signs each group has. */
  readonly groups?: readonly number[] | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
};

const FOUR_AND_FOUR = [4, 4] as const;

/** A code that somebody reads out or that stands on paper. Capitals and dashes come by themselves. */
export function CodeField({ label, hint, error, onChange, groups = FOUR_AND_FOUR, ...rest }: CodeFieldProps) {
  const length = groups.reduce((sum, size) => sum + size, 0) + groups.length - 1;
  return (
    <FieldFrame
      label={label}
      hint={hint}
      error={error}
      control={(control) => (
        <input
          {...rest}
          {...control}
          className="ui-input ui-code-input"
          type="text"
          // Codes are written left to right in every language.
          dir="ltr"
          size={length + 1}
          placeholder={groups.map((size) => '•'.repeat(size)).join('-')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => {
            onChange(formatCode(event.currentTarget.value, groups));
          }}
        />
      )}
    />
  );
}
