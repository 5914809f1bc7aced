import { SegmentedChoice } from './segmented-choice.tsx';

type LanguageSwitchProps = {
  readonly legend: string;
  readonly legendHidden?: boolean | undefined;
  /** `name` is the language's own word for itself: Cymraeg, العربية. */
  readonly options: readonly { readonly code: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (code: string) => void;
};

/** Choose the language, each in its own words, so that it can be found from any other. */
export function LanguageSwitch({ options, ...rest }: LanguageSwitchProps) {
  return (
    <SegmentedChoice {...rest} options={options.map(({ code, name }) => ({ value: code, label: name, lang: code }))} />
  );
}
