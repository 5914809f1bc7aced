import { useTranslation } from 'react-i18next';
import { TextField } from '../../../renderer/ui/text-field.tsx';

type PasswordFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Too short for a new password (ADR 0017). */
  readonly wrong: boolean;
  readonly autoComplete: 'new-password' | 'current-password';
};

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, hint, value, onChange, wrong, autoComplete }: PasswordFieldProps) {
  const { t } = useTranslation('staff');
  return <TextField label={label} hint={hint} type="password" width="medium" value={value} onChange={onChange} maxLength={200} error={wrong ? t('passwordShort') : undefined} autoComplete={autoComplete} reveal={{ show: t('console:signIn.show'), hide: t('console:signIn.hide') }} />;
}
