import { useId } from 'react';
import { Icon, type IconType } from './icon.tsx';

type SegmentedChoiceProps<V extends string> = {
  readonly legend: string;
  readonly legendHidden?: boolean | undefined;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly icon?: IconType | undefined;
    /** The language the label is written in, where it is not the page's. */
    readonly lang?: string | undefined;
  }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
};

/** One answer out of two to four short ones, side by side: a filter, a theme. */
export function SegmentedChoice<V extends string>(props: SegmentedChoiceProps<V>) {
  const { legend, legendHidden = false, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="ui-segments-frame">
      <legend className={legendHidden ? 'ui-hidden' : 'ui-label'}>{legend}</legend>
      <div className="ui-segments">
        {options.map((option) => (
          <label key={option.value} className="ui-segment">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            {option.icon && <Icon of={option.icon} />}
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
