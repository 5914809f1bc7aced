import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCharacters } from '#protocol/messaging/rules.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { TextArea } from '../../../renderer/ui/text-area.tsx';
import { threadSchema, type Thread } from '../../family-api.ts';
import type { CallFailure } from '../call-family.ts';
import { keepDraft, readDraft, type Draft } from '../drafts.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { handIn } from '../hand-in.ts';
import { isolateName } from '../isolate-name.ts';
import { addressOf, goTo } from '../place.ts';
import { tidyBody } from '../tidy-body.ts';
import { useFamilyCall } from '../use-family-call.ts';

/** Writing to one person. The key to seal with comes with the thread. */
export function WriteScreen({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation('portal');
  const { value, failure, again } = useFamilyCall(`/people/${contactId}`, threadSchema, 300);
  if (value !== undefined) return <WriteForm thread={value} />;
  return (
    <Page title={t('loading')} back={{ word: t('back'), href: addressOf({ name: 'thread', contactId }) }}>
      {failure === undefined ? (
        <Spinner word={t('loading')} block />
      ) : (
        <FailureNotice failure={failure} onAgain={again} />
      )}
    </Page>
  );
}

function WriteForm({ thread }: { readonly thread: Thread }) {
  const { t, i18n } = useTranslation('portal');
  const { contactId, prisonerName } = thread.person;
  const name = isolateName(prisonerName, i18n.dir());
  const [draft, setDraft] = useState<Draft>(() => readDraft(contactId));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<CallFailure>();
  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft(contactId, next);
  };
  const send = async (): Promise<void> => {
    const body = tidyBody(draft.text, thread.maxCharacters);
    if (!body.ok) return setError(t(body.error.code === 'empty' ? 'write.empty' : 'write.tooLong'));
    setError(undefined);
    setBusy(true);
    const sent = await handIn(thread, body.value, draft, change);
    setBusy(false);
    if (!sent.ok) return setFailure(sent.error);
    keepDraft(contactId, undefined);
    goTo({ name: 'sent', contactId }, 'replace');
  };
  return (
    <Page
      title={t('write.title', { name })}
      back={{ word: t('thread.messages', { name }), href: addressOf({ name: 'thread', contactId }) }}
      focusTitle
      footer={
        <Button
          kind="primary"
          size="large"
          icon={Send}
          busy={busy}
          busyWord={t('write.sending')}
          onClick={() => void send()}
        >
          {failure === undefined ? t('write.send') : t('write.again')}
        </Button>
      }
    >
      {failure && <NotHandedIn failure={failure} />}
      <TextArea
        label={t('write.label')}
        hint={t('write.hint')}
        value={draft.text}
        onChange={(text) => {
          change({ ...draft, text });
        }}
        rows={9}
        limit={thread.maxCharacters}
        used={countCharacters(draft.text.trim())}
        countText={(left, over) => (over > 0 ? t('write.over', { count: over }) : t('write.left', { count: left }))}
        error={error}
      />
      <p>{t('write.kept')}</p>
    </Page>
  );
}

/** Before anything else it says the one thing that matters: the message has not gone. */
function NotHandedIn({ failure }: { readonly failure: CallFailure }) {
  const { t } = useTranslation('portal');
  if (failure.code === 'contact-not-active' || failure.code === 'too-many-tries')
    return <FailureNotice failure={failure} />;
  return (
    <Notice tone="attention" title={t('write.notSent')} live="assertive">
      {t('write.notSentBody')}
    </Notice>
  );
}
