import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { nextSign, shapePrisonNumber } from '../prison-number.ts';

const KEYS = { letter: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], digit: [...'1234567890'], done: [] } as const;

type PrisonNumberFieldProps = {
  readonly value: string;
  readonly onChange: (number: string) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
};

/** A prison number by touch or keyboard: the keys shown are those that can come next. */
export function PrisonNumberField({ value, onChange, error, autoFocus }: PrisonNumberFieldProps) {
  const { t } = useTranslation('session');
  const wanted = nextSign(value);
  return (
    <div className="number-field">
      <TextField
        label={t('number.label')}
        hint={t('number.hint')}
        value={value}
        onChange={(typed) => { onChange(shapePrisonNumber(typed)); }}
        error={error}
        autoFocus={autoFocus}
        dir="ltr"
        width="medium"
        inputMode="none"
      />
      <div className="number-keys" data-wanted={wanted} dir="ltr" role="group" aria-label={t('number.keys')}>
        {KEYS[wanted].map((sign) => (
          <button key={sign} type="button" className="ui-pin-key" onClick={() => { onChange(shapePrisonNumber(value + sign)); }}>
            {sign}
          </button>
        ))}
        {wanted === 'done' && <p className="number-done">{t('number.done')}</p>}
        {value !== '' && (
          <button type="button" className="ui-pin-key ui-pin-delete" onClick={() => { onChange(value.slice(0, -1)); }}>
            <Icon of={Delete} />
            <span>{t('number.delete')}</span>
          </button>
        )}
      </div>
    </div>
  );
}
