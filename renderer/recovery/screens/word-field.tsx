import { useTranslation } from 'react-i18next';
import { findRecoveryWord, suggestRecoveryWords } from '#protocol/session/recovery-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

type WordFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (word: string) => void;
  readonly error?: string | undefined;
};

/** One word of a sheet; words that fit can be touched instead of typed to their end. */
export function WordField({ label, value, onChange, error }: WordFieldProps) {
  const { t } = useTranslation('recovery');
  const suggestions = findRecoveryWord(value) === value ? [] : suggestRecoveryWords(value);
  return (
    <div className="recovery-word">
      {/* The words are English in every language: they must be the same on every tablet. */}
      <TextField label={label} value={value} onChange={(typed) => { onChange(typed.trim().toLowerCase()); }} error={error} dir="ltr" maxLength={20} />
      {suggestions.length > 0 && (
        <div className="recovery-fits" role="group" aria-label={t('give.suggestions')} lang="en">
          {suggestions.map((word) => <Button key={word} size="small" onClick={() => { onChange(word); }}>{word}</Button>)}
        </div>
      )}
    </div>
  );
}
