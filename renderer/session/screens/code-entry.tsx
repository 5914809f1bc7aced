import { useTranslation } from 'react-i18next';
import { CODE_ALPHABET, CODE_LENGTH } from '#protocol/enrolment/schema.ts';
import { CodeField } from '../../ui/code-field.tsx';
import { formatCode } from '../../ui/format-code.ts';
import { SignKeys } from './sign-keys.tsx';

const GROUPS = [4, 4] as const;
const SIGNS = Array.from(CODE_ALPHABET);

type CodeEntryProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly error?: string | undefined;
};

/** True for a code with all its signs. */
export function isWholeCode(code: string): boolean {
  return code.replace('-', '').length === CODE_LENGTH;
}

/** A code from paper by touch or keyboard; the keys are only signs that codes have, so O and 0 cannot be mixed up. */
export function CodeEntry({ label, hint, value, onChange, error }: CodeEntryProps) {
  const { t } = useTranslation('session');
  return (
    <div className="sign-field">
      <CodeField label={label} hint={hint} value={value} onChange={onChange} error={error} groups={GROUPS} autoFocus />
      <SignKeys
        signs={isWholeCode(value) ? [] : SIGNS}
        value={value}
        onSign={(sign) => { onChange(formatCode(value + sign, GROUPS)); }}
        onDelete={() => { onChange(formatCode(value.replace(/-$/, '').slice(0, -1), GROUPS)); }}
        doneWord={t('number.codeDone')}
      />
    </div>
  );
}
