import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';

type SignKeysProps = {
  /** The signs that can come next; none when everything is there. */
  readonly signs: readonly string[];
  /** Wide keys, for ten digits. */
  readonly few?: boolean;
  readonly value: string;
  readonly onSign: (sign: string) => void;
  readonly onDelete: () => void;
  /** Said when nothing more can be typed. */
  readonly doneWord: string;
};

/** Keys on the screen for a number or a code: a tablet in a cell may have no keyboard. */
export function SignKeys({ signs, few = false, value, onSign, onDelete, doneWord }: SignKeysProps) {
  const { t } = useTranslation('session');
  return (
    // Keys are in the order of the alphabet and of telephones, left to right in every language.
    <div className="sign-keys" data-few={few || undefined} dir="ltr" role="group" aria-label={t('number.keys')}>
      {signs.map((sign) => (
        <button key={sign} type="button" className="ui-pin-key" onClick={() => { onSign(sign); }}>
          {sign}
        </button>
      ))}
      {signs.length === 0 && <p className="sign-keys-done" role="status">{doneWord}</p>}
      {value !== '' && (
        <button type="button" className="ui-pin-key ui-pin-delete" onClick={onDelete}>
          <Icon of={Delete} />
          <span>{t('number.delete')}</span>
        </button>
      )}
    </div>
  );
}
