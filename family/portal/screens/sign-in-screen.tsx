import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { familySessionSchema, type FamilySession } from '../../family-api.ts';
import { callFamily, type CallFailure } from '../call-family.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { addressOf } from '../place.ts';

/** Signing in. A wrong name and a wrong password are told alike. */
export function SignInScreen({ onSignedIn }: { readonly onSignedIn: (session: FamilySession) => void }) {
  const { t } = useTranslation('portal');
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const signIn = async (): Promise<void> => {
    setBusy(true);
    const answer = await callFamily({
      method: 'POST',
      path: '/session',
      reply: familySessionSchema,
      body: { signInName, password },
    });
    setBusy(false);
    if (answer.ok) onSignedIn(answer.value);
    else setFailure(answer.error);
  };
  return (
    <Page
      title={t('signIn.title')}
      width="narrow"
      back={{ word: t('back'), href: addressOf({ name: 'home' }) }}
      focusTitle
    >
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void signIn();
          }}
        >
          <Stack gap="md">
            {failure && <FailureNotice failure={failure} />}
            <TextField
              label={t('signIn.name')}
              value={signInName}
              onChange={setSignInName}
              autoComplete="username"
              dir="ltr"
              required
            />
            <TextField
              label={t('signIn.password')}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              reveal={{ show: t('join.show'), hide: t('join.hide') }}
              required
            />
            <Button type="submit" kind="primary" icon={LogIn} busy={busy} busyWord={t('signIn.busy')} block>
              {t('signIn.go')}
            </Button>
          </Stack>
        </form>
      </Card>
      <p>{t('signIn.forgot')}</p>
    </Page>
  );
}
