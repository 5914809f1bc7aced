import { Delete } from 'lucide-react';
import { useId, type KeyboardEvent, type SyntheticEvent } from 'react';
import { Button } from './button.tsx';
import { FieldError } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type PinPadProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly onSubmit: (pin: string) => void;
  /** Fewest and most digits. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly deleteWord: string;
  readonly submitWord: string;
  /** Spoken instead of the digits, so that nobody in the cell hears them: "3 digits entered". */
  readonly filledText: (count: number) => string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly busy?: boolean | undefined;
  readonly busyWord?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
};

/**
 * A PIN by touch or keyboard: a form of its own, with a real password input under the dots, so that a keyboard and a
 * screen reader find what they know. Never shows a digit.
 */
export function PinPad(props: PinPadProps) {
  const { value, onChange, minLength = 4, maxLength = 8, busy = false, disabled = false } = props;
  const id = useId();
  const still = busy || disabled;
  const set = (pin: string) => {
    if (!still) onChange(pin.replace(/\D/g, '').slice(0, maxLength));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!still && value.length >= minLength) props.onSubmit(value);
  };
  return (
    <form
      className="ui-pin-room"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        typeAnywhere(event, value, set);
      }}
    >
      <div className="ui-pin-pad">
        <PinDisplay {...props} id={id} maxLength={maxLength} minLength={minLength} onInput={set} />
        <PinKeys label={props.label} disabled={disabled} deleteWord={props.deleteWord} value={value} set={set} />
        <Button
          type="submit"
          kind="primary"
          size="large"
          block
          busy={busy}
          busyWord={props.busyWord}
          disabled={disabled || value.length < minLength}
        >
          {props.submitWord}
        </Button>
      </div>
    </form>
  );
}

/** After a touch the focus is on a key, not in the input: digits from a keyboard still count. */
function typeAnywhere(event: KeyboardEvent, value: string, set: (pin: string) => void): void {
  if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^\d$/.test(event.key)) set(value + event.key);
  if (event.key === 'Backspace') set(value.slice(0, -1));
}

type PinDisplayProps = PinPadProps & {
  readonly id: string;
  readonly minLength: number;
  readonly maxLength: number;
  readonly onInput: (pin: string) => void;
};

function PinDisplay(props: PinDisplayProps) {
  const { id, label, hint, error, value, minLength, maxLength, onInput, filledText } = props;
  return (
    <div className="ui-field" data-wrong={error !== undefined || undefined}>
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="ui-pin-display">
        <input
          id={id}
          className="ui-pin-input"
          type="password"
          inputMode="none"
          autoComplete="off"
          autoFocus={props.autoFocus}
          disabled={props.disabled}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={`${hint === undefined ? '' : `${id}-hint `}${id}-error`}
          value={value}
          maxLength={maxLength}
          onChange={(event) => {
            onInput(event.currentTarget.value);
          }}
        />
        <span className="ui-pin-dots" aria-hidden>
          {Array.from({ length: Math.max(minLength, Math.min(value.length + 1, maxLength)) }, (_, place) => (
            <span key={place} className="ui-pin-dot" data-filled={place < value.length || undefined} />
          ))}
        </span>
      </div>
      <VisuallyHidden role="status">{filledText(value.length)}</VisuallyHidden>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

type PinKeysProps = {
  readonly label: string;
  readonly disabled: boolean;
  readonly deleteWord: string;
  readonly value: string;
  readonly set: (pin: string) => void;
};

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

function PinKeys({ label, disabled, deleteWord, value, set }: PinKeysProps) {
  return (
    // Number pads have 1 at the left in every language, right-to-left ones too.
    <div className="ui-pin-keys" dir="ltr" role="group" aria-label={label}>
      {DIGITS.map((digit) => (
        <button
          key={digit}
          type="button"
          className="ui-pin-key"
          disabled={disabled}
          data-last={digit === '0' || undefined}
          onClick={() => {
            set(value + digit);
          }}
        >
          {digit}
        </button>
      ))}
      <button
        type="button"
        className="ui-pin-key ui-pin-delete"
        disabled={disabled}
        onClick={() => {
          set(value.slice(0, -1));
        }}
      >
        <Icon of={Delete} />
        <span>{deleteWord}</span>
      </button>
    </div>
  );
}
