import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { newPasswordSchema, type Account } from '../staff-api.ts';
import { PasswordField } from './password-field.tsx';
import { RoleField } from './role-field.tsx';

type ChangeAccountFormsProps = { readonly account: Account; readonly busy: boolean; readonly onChange: (body: object) => Promise<boolean> };

/** Another role, another password. Both end that person's sessions. */
export function ChangeAccountForms({ account, busy, onChange }: ChangeAccountFormsProps) {
  const { t } = useTranslation('staff');
  const [role, setRole] = useState(account.role);
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const wrong = !newPasswordSchema.safeParse(password).success;
  async function setNew() {
    setChecked(true);
    if (!wrong && (await onChange({ password }))) {
      setPassword('');
      setChecked(false);
    }
  }
  return (
    <>
      <Section title={t('changeRole')} hint={t('changeHint')}>
        <RoleField value={role} onChange={setRole} />
        <div><Button kind="primary" busy={busy} disabled={role === account.role} onClick={() => { setAsking(true); }}>{t('changeRole')}</Button></div>
      </Section>
      <Section title={t('newPassword')} hint={t('newPasswordLead')}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void setNew(); }}>
          <Stack gap="sm">
            <PasswordField label={t('newPassword')} hint={t('firstPasswordHint')} value={password} onChange={setPassword} wrong={checked && wrong} autoComplete="new-password" />
            <div><Button type="submit" busy={busy}>{t('setPassword')}</Button></div>
          </Stack>
        </form>
      </Section>
      <AskFirst open={asking} title={t('roleSure', { name: account.name, role: t(`console:roles.${role}`) })} confirmWord={t('changeRole')} onConfirm={() => { setAsking(false); void onChange({ role }); }} onCancel={() => { setAsking(false); }}>{t(`may.${role}`)}</AskFirst>
    </>
  );
}
