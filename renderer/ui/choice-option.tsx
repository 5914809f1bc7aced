import { useId, type ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';

export type ChoiceWords = {
  /** Words, or a line of a lesson with a fraction in it. */
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly icon?: IconType | undefined;
  /** A drawing above the word, for people who read little. Decorative: the label says the same. */
  readonly picture?: ReactNode;
  readonly disabled?: boolean | undefined;
};

type ChoiceOptionProps = {
  readonly type: 'radio' | 'checkbox';
  readonly words: ChoiceWords;
  readonly name?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** One answer as a card around a native radio or checkbox, which brings keyboard and screen reader with it. */
export function ChoiceOption({ type, words, name, checked, onChange }: ChoiceOptionProps) {
  const id = useId();
  const { label, hint, icon, picture, disabled } = words;
  return (
    <label className="ui-choice" data-picture={picture !== undefined || undefined}>
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <span className={type === 'radio' ? 'ui-radio-mark' : 'ui-check-box'} aria-hidden />
      {picture !== undefined && (
        <span className="ui-choice-picture" aria-hidden>
          {picture}
        </span>
      )}
      {icon && <Icon of={icon} size="lg" />}
      <span className="ui-choice-words">
        <span className="ui-choice-label" id={`${id}-label`}>
          {label}
        </span>
        {hint !== undefined && (
          <span className="ui-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
