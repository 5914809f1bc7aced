import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../renderer/ui/button.tsx';
import { Card } from '../../renderer/ui/card.tsx';
import { Notice } from '../../renderer/ui/notice.tsx';
import { Page } from '../../renderer/ui/page.tsx';
import { Stack } from '../../renderer/ui/stack.tsx';
import { TextField } from '../../renderer/ui/text-field.tsx';
import { firstAdministratorRequestSchema, sessionSchema, type Session } from '../staff/staff-api.ts';
import { FailureNotice } from './failure-notice.tsx';
import { goTo, placeAddress } from './place.ts';
import { useAct } from './use-act.ts';

/** Makes the first account of an empty gateway, with the token that only whoever runs it can read (ADR 0017). */
export function FirstAdministratorScreen({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation('console');
  const { act, busy, failure } = useAct();
  const [token, setToken] = useState('');
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState(false);
  async function make(event: SubmitEvent) {
    event.preventDefault();
    const parsed = firstAdministratorRequestSchema.safeParse({ token: token.trim(), name: name.trim(), username, password });
    setWrong(!parsed.success || token.trim() === '');
    if (!parsed.success || token.trim() === '') return;
    const session = await act({ method: 'POST', path: '/first-administrator', reply: sessionSchema, body: parsed.data });
    if (session === undefined) return;
    goTo();
    onSignedIn(session);
  }
  return (
    <Page title={t('first.title')} lead={t('first.lead')} width="narrow" focusTitle back={{ word: t('back'), href: placeAddress() }}>
      <Card>
        <form noValidate onSubmit={(event) => { void make(event); }}>
          <Stack gap="md">
            {failure === undefined ? null : <FailureNotice failure={failure} />}
            {wrong ? <Notice tone="danger" live="assertive">{t('first.wrong')}</Notice> : null}
            <TextField label={t('first.token')} dir="ltr" value={token} onChange={setToken} maxLength={100} />
            <TextField label={t('first.name')} value={name} onChange={setName} maxLength={120} />
            <TextField label={t('first.username')} hint={t('first.usernameHint')} dir="ltr" value={username} onChange={(value) => { setUsername(value.trim().toLowerCase()); }} maxLength={40} autoComplete="username" />
            <TextField label={t('first.password')} hint={t('first.passwordHint')} type="password" value={password} onChange={setPassword} maxLength={200} autoComplete="new-password" reveal={{ show: t('signIn.show'), hide: t('signIn.hide') }} />
            <Button type="submit" kind="primary" busy={busy} block>{t('first.go')}</Button>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
