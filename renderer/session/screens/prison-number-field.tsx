import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import { nextSign, shapePrisonNumber } from '../prison-number.ts';
import { SignKeys } from './sign-keys.tsx';

const SIGNS = { letter: Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), digit: Array.from('1234567890'), done: [] } as const;

type PrisonNumberFieldProps = {
  readonly value: string;
  readonly onChange: (number: string) => void;
  readonly error?: string | undefined;
};

/** A prison number by touch or keyboard: the keys shown are those that can come next. */
export function PrisonNumberField({ value, onChange, error }: PrisonNumberFieldProps) {
  const { t } = useTranslation('session');
  const wanted = nextSign(value);
  return (
    <div className="sign-field">
      <TextField
        label={t('number.label')}
        hint={t('number.hint')}
        value={value}
        onChange={(typed) => { onChange(shapePrisonNumber(typed)); }}
        error={error}
        autoFocus
        dir="ltr"
        width="medium"
        inputMode="none"
      />
      <SignKeys
        signs={SIGNS[wanted]}
        few={wanted === 'digit'}
        value={value}
        onSign={(sign) => { onChange(shapePrisonNumber(value + sign)); }}
        onDelete={() => { onChange(value.slice(0, -1)); }}
        doneWord={t('number.done')}
      />
    </div>
  );
}
