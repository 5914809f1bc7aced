import { LogIn } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../renderer/ui/brand.tsx';
import { Button } from '../../renderer/ui/button.tsx';
import { Card } from '../../renderer/ui/card.tsx';
import { Notice } from '../../renderer/ui/notice.tsx';
import { Page } from '../../renderer/ui/page.tsx';
import { Stack } from '../../renderer/ui/stack.tsx';
import { TextField } from '../../renderer/ui/text-field.tsx';
import { sessionSchema, type Session } from '../staff/staff-api.ts';
import { callApi, type CallFailure } from './call-api.ts';
import { FailureNotice } from './failure-notice.tsx';
import { LookSwitch } from './look-switch.tsx';
import { FIRST_ADMINISTRATOR, placeAddress } from './place.ts';

/** Staff sign in here (ADR 0017). Wrong name and wrong password are told alike. */
export function SignInScreen({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation('console');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  async function signIn(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await callApi({ method: 'POST', path: '/session', reply: sessionSchema, body: { username: username.trim().toLowerCase(), password } });
    setBusy(false);
    if (answer.ok) onSignedIn(answer.value);
    else setFailure(answer.error);
  }
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="narrow" status={<Brand word={t('product')} />}>
      <Card>
        <form onSubmit={(event) => { void signIn(event); }}>
          <Stack gap="md">
            {failure === undefined ? null : <FailureNotice failure={failure} />}
            <TextField label={t('signIn.username')} value={username} onChange={setUsername} autoComplete="username" autoFocus required />
            <TextField label={t('signIn.password')} type="password" value={password} onChange={setPassword} autoComplete="current-password" reveal={{ show: t('signIn.show'), hide: t('signIn.hide') }} required />
            <Button type="submit" kind="primary" icon={LogIn} busy={busy} busyWord={t('signIn.busy')} block>{t('signIn.go')}</Button>
          </Stack>
        </form>
      </Card>
      <Notice tone="info">{t('signIn.watched')}</Notice>
      <LookSwitch />
      <p><a href={placeAddress(FIRST_ADMINISTRATOR)}>{t('first.link')}</a></p>
    </Page>
  );
}
