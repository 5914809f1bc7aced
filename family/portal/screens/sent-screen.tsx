import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../renderer/ui/button-link.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Picture } from '../../../renderer/ui/picture.tsx';
import { Timeline } from '../../../renderer/ui/timeline.tsx';
import { familySessionSchema } from '../../family-api.ts';
import { isolateName } from '../isolate-name.ts';
import { messageNumber } from '../message-number.ts';
import { useOwnWords } from '../own-words.ts';
import { addressOf, goTo } from '../place.ts';
import { useFamilyCall } from '../use-family-call.ts';
import { useWhen } from '../use-when.ts';

/** Shown only once the service has said that it has the message. It says what has happened, and what has not yet. */
export function SentScreen({ contactId }: { readonly contactId: string }) {
  const { t, i18n } = useTranslation('portal');
  const when = useWhen();
  const last = useOwnWords((own) => own.last);
  const { value } = useFamilyCall('/session', familySessionSchema, 300);
  const sent = last?.contactId === contactId ? last : undefined;
  useEffect(() => {
    // Come back to by reload: there is nothing to confirm any more.
    if (sent === undefined) goTo({ name: 'thread', contactId }, 'replace');
  }, [sent, contactId]);
  if (sent === undefined) return null;
  const person = value?.people.find((each) => each.contactId === contactId);
  const name = isolateName(person?.prisonerName ?? '', i18n.dir());
  return (
    <Page
      title={t('sent.title')}
      lead={t('sent.lead', { name })}
      picture={<Picture name="done" />}
      width="narrow"
      focusTitle
    >
      <Card title={t('sent.next')}>
        <Timeline
          label={t('sent.next')}
          items={[
            { key: 'handed-in', title: t('sent.handedIn'), time: when(sent.at), tone: 'good', state: 'done' },
            {
              key: 'collect',
              title: t('sent.collect'),
              detail: t('sent.collectDetail'),
              tone: 'waiting',
              state: 'now',
            },
            { key: 'check', title: t('sent.check'), tone: 'waiting', state: 'next' },
            { key: 'arrive', title: t('sent.arrive', { name }), tone: 'good', state: 'next' },
          ]}
        />
      </Card>
      <p>{t('sent.number', { number: messageNumber(sent.messageId) })}</p>
      <div>
        <ButtonLink kind="primary" iconEnd={ArrowRight} href={addressOf({ name: 'thread', contactId })}>
          {t('sent.done')}
        </ButtonLink>
      </div>
    </Page>
  );
}
