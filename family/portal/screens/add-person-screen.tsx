import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseInvitation } from '#protocol/family-link/invitation.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { CodeField } from '../../../renderer/ui/code-field.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { familySessionSchema, type FamilySession } from '../../family-api.ts';
import { callFamily, type CallFailure } from '../call-family.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { addressOf, goTo } from '../place.ts';

/** One more prisoner, by another code. */
export function AddPersonScreen({ onSession }: { readonly onSession: (session: FamilySession) => void }) {
  const { t } = useTranslation('portal');
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const add = async (): Promise<void> => {
    if (parseInvitation(code) === undefined) return setError(t('join.notTwelve'));
    setError(undefined);
    setBusy(true);
    const answer = await callFamily({ method: 'POST', path: '/people', reply: familySessionSchema, body: { code } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    onSession(answer.value);
    goTo({ name: 'home' });
  };
  return (
    <Page
      title={t('add.title')}
      lead={t('add.lead')}
      width="narrow"
      back={{ word: t('thread.back'), href: addressOf({ name: 'home' }) }}
      focusTitle
    >
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Stack gap="md">
            {failure && <FailureNotice failure={failure} />}
            <CodeField label={t('join.code')} value={code} onChange={setCode} groups={[4, 4, 4]} error={error} />
            <Button type="submit" kind="primary" icon={UserPlus} busy={busy} busyWord={t('add.busy')} block>
              {t('add.go')}
            </Button>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
