import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps, type Ref } from 'react';
import { Button } from './button.tsx';
import { FieldFrame, type ControlProps, type FieldWords } from './field-frame.tsx';

type TextFieldProps = FieldWords &
  Pick<
    ComponentProps<'input'>,
    'name' | 'inputMode' | 'maxLength' | 'required' | 'disabled' | 'autoFocus' | 'onBlur' | 'dir' | 'min' | 'max'
  > & {
    readonly value: string;
    /** Takes the new text, not the event. */
    readonly onChange: (value: string) => void;
    readonly type?: 'text' | 'password' | 'number' | 'email' | 'search' | 'tel' | 'date' | 'time' | undefined;
    readonly optionalWord?: string | undefined;
    /** For passwords: the words on the button that shows and hides what was written. */
    readonly reveal?: { readonly show: string; readonly hide: string } | undefined;
    readonly autoComplete?: string | undefined;
    readonly width?: 'full' | 'medium' | 'short' | undefined;
    readonly ref?: Ref<HTMLInputElement> | undefined;
  };

/** One line of writing. The browser never offers what somebody else wrote here, unless `autoComplete` says so. */
export function TextField({ label, hint, error, optionalWord, reveal, ...input }: TextFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame
      label={label}
      hint={hint}
      error={error}
      optionalWord={optionalWord}
      control={(control) =>
        reveal === undefined ? (
          <Line {...input} control={control} />
        ) : (
          <div className="ui-reveal">
            <Line {...input} type={shown ? 'text' : 'password'} control={control} />
            <Button
              icon={shown ? EyeOff : Eye}
              aria-pressed={shown}
              onClick={() => {
                setShown(!shown);
              }}
            >
              {shown ? reveal.hide : reveal.show}
            </Button>
          </div>
        )
      }
    />
  );
}

type LineProps = Omit<TextFieldProps, keyof FieldWords | 'optionalWord' | 'reveal'> & {
  readonly control: ControlProps;
};

function Line({
  control,
  type = 'text',
  width = 'full',
  autoComplete = 'off',
  onChange,
  inputMode,
  ...rest
}: LineProps) {
  // A number is written as text: spinners and the mouse wheel change numbers by accident.
  const isNumber = type === 'number';
  return (
    <input
      {...rest}
      {...control}
      className="ui-input"
      data-width={width}
      type={isNumber ? 'text' : type}
      inputMode={isNumber ? (inputMode ?? 'numeric') : inputMode}
      autoComplete={autoComplete}
      autoCorrect="off"
      autoCapitalize={type === 'text' ? undefined : 'off'}
      spellCheck={false}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
