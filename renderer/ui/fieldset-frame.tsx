import { useId, type ReactNode } from 'react';
import { FieldError } from './field-frame.tsx';

export type FieldsetWords = {
  readonly legend: string;
  readonly legendHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

type FieldsetFrameProps = FieldsetWords & { readonly children: ReactNode };

/** A question with several answers: fieldset, legend, hint and error, tied together for screen readers. */
export function FieldsetFrame({ legend, legendHidden = false, hint, error, children }: FieldsetFrameProps) {
  const id = useId();
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  const described = ids.filter((one) => one !== '').join(' ');
  return (
    <fieldset
      className="ui-fieldset"
      aria-describedby={described === '' ? undefined : described}
      data-wrong={error !== undefined || undefined}
    >
      <legend className={legendHidden ? 'ui-hidden' : 'ui-label'}>{legend}</legend>
      {hint !== undefined && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
      {children}
    </fieldset>
  );
}
