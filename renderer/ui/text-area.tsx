import { useId, type ComponentProps, type Ref } from 'react';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

type TextAreaProps = FieldWords &
  Pick<ComponentProps<'textarea'>, 'rows' | 'disabled' | 'autoFocus' | 'name' | 'dir' | 'onBlur'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly optionalWord?: string | undefined;
    /** The most characters allowed. More can be written: cutting a letter short while it is typed loses words. */
    readonly limit?: number | undefined;
    /** How many are used, where the rule counts otherwise than by code points. */
    readonly used?: number | undefined;
    /** The sentence below: takes how many are left, or how many too many (the other is 0). */
    readonly countText?: ((left: number, over: number) => string) | undefined;
    readonly ref?: Ref<HTMLTextAreaElement> | undefined;
  };

/** Several lines of writing, with a count of what is left. The direction follows what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optionalWord, limit, used, countText, onChange, rows = 6, dir = 'auto', ...rest } = props;
  const countId = useId();
  const count = limit === undefined || countText === undefined ? undefined : countOf(props.value, limit, used);
  return (
    <FieldFrame
      label={label}
      hint={hint}
      error={error}
      optionalWord={optionalWord}
      describedBy={count && countId}
      after={count && <Count id={countId} {...count} text={countText?.(count.left, count.over) ?? ''} />}
      control={(control) => (
        <textarea
          {...rest}
          {...control}
          className="ui-input ui-text-area"
          rows={rows}
          dir={dir}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
    />
  );
}

type CountState = { readonly left: number; readonly over: number; readonly near: boolean };

function countOf(value: string, limit: number, used = [...value].length): CountState {
  const left = limit - used;
  return { left: Math.max(left, 0), over: Math.max(-left, 0), near: left <= limit / 10 };
}

function Count({ id, text, over, near }: CountState & { readonly id: string; readonly text: string }) {
  return (
    <>
      <p className="ui-count" id={id} data-over={over > 0 || undefined} data-near={near || undefined}>
        {text}
      </p>
      {/* Spoken only near the end: a voice after every letter would drown the writing. */}
      <VisuallyHidden role="status">{near ? text : ''}</VisuallyHidden>
    </>
  );
}
