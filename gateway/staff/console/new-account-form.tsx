import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useAct } from '../../console/use-act.ts';
import { accountSchema, newPasswordSchema, staffNameSchema, staffRoles, usernameSchema, type Account, type StaffRole } from '../staff-api.ts';
import { PasswordField } from './password-field.tsx';
import { RoleField } from './role-field.tsx';

type NewAccountFormProps = { readonly onCancel: () => void; readonly onAdded: (account: Account) => void };

/** Adds an account. The first password is told by word of mouth; its owner changes it. */
export function NewAccountForm({ onCancel, onAdded }: NewAccountFormProps) {
  const { t } = useTranslation('staff');
  const { act, busy, failure } = useAct();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [role, setRole] = useState<StaffRole>(staffRoles[0]);
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const wrong = { name: !staffNameSchema.safeParse(name.trim()).success, username: !usernameSchema.safeParse(username).success, password: !newPasswordSchema.safeParse(password).success };
  async function add(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (wrong.name || wrong.username || wrong.password) return;
    const account = await act({ method: 'POST', path: '/accounts', reply: accountSchema, body: { name: name.trim(), username, role, password } });
    if (account !== undefined) onAdded(account);
  }
  return (
    <Card title={t('add')} tone="outline">
      <form noValidate onSubmit={(event) => { void add(event); }}>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          <Row align="end" gap="md">
            <TextField label={t('name')} width="medium" value={name} onChange={setName} maxLength={120} error={checked && wrong.name ? t('missing') : undefined} autoFocus />
            <TextField label={t('username')} hint={t('usernameHint')} dir="ltr" width="medium" value={username} onChange={(value) => { setUsername(value.trim().toLowerCase()); }} maxLength={40} error={checked && wrong.username ? t('usernameWrong') : undefined} />
          </Row>
          <RoleField value={role} onChange={setRole} />
          <PasswordField label={t('firstPassword')} hint={t('firstPasswordHint')} value={password} onChange={setPassword} wrong={checked && wrong.password} autoComplete="new-password" />
          <Row><Button type="submit" kind="primary" busy={busy}>{t('add')}</Button><Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button></Row>
        </Stack>
      </form>
    </Card>
  );
}
