import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type FieldWords = {
  readonly label: string;
  /** Said before the person writes. */
  readonly hint?: ReactNode;
  /** Says what is wrong and what to do. Given only when something is wrong. */
  readonly error?: string | undefined;
};

/** What the control of a field must carry so that label, hint and error belong to it. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

type FieldFrameProps = FieldWords & {
  /** For example "(you can leave this out)". */
  readonly optionalWord?: string | undefined;
  /** Below the control, at the end: a count of characters. */
  readonly after?: ReactNode;
  /** More ids that describe the control, for example that count's. */
  readonly describedBy?: string | undefined;
  readonly control: (props: ControlProps) => ReactNode;
};

/** Label, hint, error and control, tied together for screen readers. */
export function FieldFrame({ label, hint, error, optionalWord, after, describedBy, control }: FieldFrameProps) {
  const id = useId();
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`, describedBy ?? ''];
  const described = ids.filter((one) => one !== '').join(' ');
  return (
    <div className="ui-field" data-wrong={error !== undefined || undefined}>
      <label className="ui-label" htmlFor={id}>
        {label}
        {optionalWord !== undefined && <span className="ui-label-optional"> {optionalWord}</span>}
      </label>
      {hint !== undefined && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
      {control({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {after}
    </div>
  );
}

/** What is wrong with a field. The place is always there, so that a screen reader speaks when words arrive. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return (
    <p className="ui-field-error" id={id} role="alert">
      {error !== undefined && (
        <>
          <Icon of={CircleAlert} />
          <span>{error}</span>
        </>
      )}
    </p>
  );
}
