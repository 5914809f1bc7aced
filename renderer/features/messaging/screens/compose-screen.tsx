import { Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCharacters } from '#protocol/messaging/rules.ts';
import { fail } from '#protocol/result.ts';
import type { Contact, MessagePolicy } from '#protocol/messaging/schema.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { UndoBar } from '../../../ui/undo-bar.tsx';
import { sendMessage, type SendFault } from '../actions.ts';
import { loadAllMessages, loadContact, loadPolicy } from '../queries.ts';
import { countSentThisWeek } from '../rules.ts';
import type { MessagingScreenProps } from '../messaging-route.ts';
import { Rule39Screen } from './rule-39-screen.tsx';
import { useDraft } from './use-draft.ts';
import { useLive, useMessagingParts } from './use-live.ts';

type ComposeScreenProps = MessagingScreenProps & { readonly contactId: string; readonly startWith: string | undefined };

/** Writing a message. A privileged contact never comes to a text field: there the Rule 39 route is shown instead. */
export function ComposeScreen(props: ComposeScreenProps) {
  const { t } = useTranslation('messaging');
  const contact = useLive((database) => loadContact(database, props.contactId), [props.contactId]);
  const policy = useLive(loadPolicy, []);
  if (contact === undefined || policy === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  if (contact.handling === 'privileged') return <Rule39Screen {...props} />;
  return <Compose {...props} contact={contact} policy={policy} />;
}

function Compose({ contact, policy, startWith, back, replace }: ComposeScreenProps & { readonly contact: Contact; readonly policy: MessagePolicy }) {
  const { t } = useTranslation('messaging');
  const parts = useMessagingParts();
  const draft = useDraft(contact.contactId, startWith);
  const [fault, setFault] = useState<SendFault['code'] | 'not-stored' | undefined>();
  const [busy, setBusy] = useState(false);
  const [thrownAway, setThrownAway] = useState<string | undefined>();
  const used = countCharacters(draft.body.trim());

  async function send() {
    setBusy(true);
    draft.forget();
    // What breaks (the vault) ends in a sentence, too, and the words are still here.
    const sent = await sendMessage(parts(), contact, draft.body).catch(() => fail({ code: 'not-stored' as const }));
    setBusy(false);
    if (sent.ok) {
      replace({ screen: 'where', messageId: sent.value.messageId });
      return;
    }
    setFault(sent.error.code);
    draft.write(draft.body);
  }

  return (
    <Page
      title={t('compose.title', { name: contact.name })}
      back={{ word: t('compose.back'), onClick: back }}
      footer={
        <Row justify="between">
          <Button kind="primary" size="large" icon={Send} busy={busy} busyWord={t('compose.busy')} onClick={() => { void send(); }}>
            {t('compose.send')}
          </Button>
          <span role="status" className="message-draft-state">{draftWords(draft.state, used, t)}</span>
          <Button kind="quiet" icon={Trash2} disabled={used === 0} onClick={() => { setThrownAway(draft.body); draft.write(''); }}>
            {t('compose.discard')}
          </Button>
        </Row>
      }
    >
      <ReadNotice policy={policy} />
      <TextArea
        label={t('compose.label')}
        hint={t('compose.noticeWelsh')}
        value={draft.body}
        onChange={(text) => { setFault(undefined); draft.write(text); }}
        rows={7}
        limit={policy.maxCharacters}
        used={used}
        countText={(left, over) => (over ? t('compose.over', { count: Math.abs(left) }) : t('compose.left', { count: left }))}
        error={fault && t(`fault.${fault === 'signed-out' ? 'storage-full' : fault}`, { name: contact.name })}
        autoFocus
      />
      <Allowance policy={policy} />
      {thrownAway !== undefined && (
        <UndoBar
          message={t('compose.discarded')}
          actionWord={t('compose.undo')}
          onAction={() => { draft.write(thrownAway); setThrownAway(undefined); }}
          dismissWord={t('frame.close', { ns: 'app' })}
          onDismiss={() => { setThrownAway(undefined); }}
        />
      )}
    </Page>
  );
}

function draftWords(state: ReturnType<typeof useDraft>['state'], used: number, t: ReturnType<typeof useTranslation<'messaging'>>['t']): string {
  if (state === 'full') return t('fault.storage-full');
  if (state === 'saving') return t('compose.saving');
  return state === 'saved' && used > 0 ? t('compose.saved') : '';
}

/** Told on every compose screen that staff read, and what must not be written here (Prison Rule 35A; domain.md 6). */
function ReadNotice({ policy }: { readonly policy: MessagePolicy }) {
  const { t } = useTranslation('messaging');
  return (
    <Notice tone="info" title={policy.held === 'all' ? t('compose.noticeAll') : t('compose.noticeSome')}>
      {t('compose.noticeLegal')}
    </Notice>
  );
}

function Allowance({ policy }: { readonly policy: MessagePolicy }) {
  const { t } = useTranslation('messaging');
  const sent = useLive(async (database) => countSentThisWeek(await loadAllMessages(database), Date.now()), []);
  if (policy.perWeek === null || sent === undefined) return null;
  return <p>{t('compose.allowance', { count: Math.max(0, policy.perWeek - sent) })}</p>;
}
