import { ArrowRight, Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseInvitation } from '#protocol/family-link/invitation.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { CodeField } from '../../../renderer/ui/code-field.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import {
  checkInvitationReplySchema,
  familySessionSchema,
  MIN_PASSWORD,
  signInNameSchema,
  type FamilySession,
  type InvitationFor,
} from '../../family-api.ts';
import { callFamily, type CallFailure } from '../call-family.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { isolateName } from '../isolate-name.ts';
import { addressOf } from '../place.ts';

/** Joining: the code first, so that nobody chooses a password for nothing; then the account. */
export function JoinScreen({ onSignedIn }: { readonly onSignedIn: (session: FamilySession) => void }) {
  const { t } = useTranslation('portal');
  const [code, setCode] = useState('');
  const [invitation, setInvitation] = useState<InvitationFor>();
  return (
    <Page
      title={t('join.title')}
      lead={t('join.lead')}
      width="narrow"
      back={{ word: t('back'), href: addressOf({ name: 'home' }) }}
      focusTitle
    >
      {invitation === undefined ? (
        <CodeStep code={code} onCode={setCode} onFound={setInvitation} />
      ) : (
        <AccountStep code={code} invitation={invitation} onSignedIn={onSignedIn} />
      )}
    </Page>
  );
}

type CodeStepProps = {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onFound: (invitation: InvitationFor) => void;
};

function CodeStep({ code, onCode, onFound }: CodeStepProps) {
  const { t } = useTranslation('portal');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const [error, setError] = useState<string>();
  const check = async (): Promise<void> => {
    if (parseInvitation(code) === undefined) return setError(t('join.notTwelve'));
    setError(undefined);
    setBusy(true);
    const answer = await callFamily({
      method: 'POST',
      path: '/invitations/check',
      reply: checkInvitationReplySchema,
      body: { code },
    });
    setBusy(false);
    if (answer.ok) onFound(answer.value);
    else setFailure(answer.error);
  };
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <Stack gap="md">
          {failure && <FailureNotice failure={failure} />}
          <CodeField label={t('join.code')} value={code} onChange={onCode} groups={[4, 4, 4]} error={error} />
          <Button type="submit" kind="primary" iconEnd={ArrowRight} busy={busy} busyWord={t('join.checking')} block>
            {t('join.check')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

type AccountStepProps = {
  readonly code: string;
  readonly invitation: InvitationFor;
  readonly onSignedIn: (session: FamilySession) => void;
};

function AccountStep({ code, invitation, onSignedIn }: AccountStepProps) {
  const { t, i18n } = useTranslation('portal');
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const nameError = checked && !signInNameSchema.safeParse(signInName.trim()).success ? t('join.nameShort') : undefined;
  const passwordError = checked && password.length < MIN_PASSWORD ? t('join.short') : undefined;
  const make = async (): Promise<void> => {
    setChecked(true);
    if (!signInNameSchema.safeParse(signInName.trim()).success || password.length < MIN_PASSWORD) return;
    setBusy(true);
    const body = { code, signInName: signInName.trim(), password };
    const answer = await callFamily({ method: 'POST', path: '/accounts', reply: familySessionSchema, body });
    setBusy(false);
    if (answer.ok) onSignedIn(answer.value);
    else setFailure(answer.error);
  };
  return (
    <>
      <Notice
        tone="good"
        title={t('join.for', { name: isolateName(invitation.prisonerName, i18n.dir()) })}
        live="polite"
      >
        {t('join.forWho', { contact: invitation.contactName })}
      </Notice>
      <Card title={t('join.accountTitle')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <Stack gap="md">
            {failure && <FailureNotice failure={failure} />}
            <TextField
              label={t('join.name')}
              hint={t('join.nameHint')}
              value={signInName}
              onChange={setSignInName}
              autoComplete="username"
              dir="ltr"
              error={nameError}
              autoFocus
            />
            <TextField
              label={t('join.password')}
              hint={t('join.passwordHint')}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="new-password"
              error={passwordError}
              reveal={{ show: t('join.show'), hide: t('join.hide') }}
            />
            <Button type="submit" kind="primary" icon={Check} busy={busy} busyWord={t('join.making')} block>
              {t('join.make')}
            </Button>
          </Stack>
        </form>
      </Card>
    </>
  );
}
