import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Prose } from '../../../ui/prose.tsx';
import { Section } from '../../../ui/section.tsx';
import { loadContact } from '../queries.ts';
import type { MessagingScreenProps } from '../messaging-route.ts';
import { useLive } from './use-live.ts';

type Rule39ScreenProps = MessagingScreenProps & { readonly contactId: string };

/** How to write to a lawyer, a court or a listed body: on paper, by Prison Rule 39. Nothing is typed here (ADR 0006). */
export function Rule39Screen({ contactId, back }: Rule39ScreenProps) {
  const { t } = useTranslation('messaging');
  const contact = useLive((database) => loadContact(database, contactId), [contactId]);
  const name = contact?.name ?? '';
  return (
    <Page title={t('rule39.title', { name })} lead={t('rule39.lead')} back={{ word: t('thread.back'), onClick: back }} focusTitle>
      <Notice tone="info">{t('rule39.why', { name })}</Notice>
      <Section title={t('rule39.how')}>
        <Prose>
          <ol>
            <li>{t('rule39.stepPaper')}</li>
            <li>{t('rule39.stepEnvelope')}</li>
            <li>{t('rule39.stepMark')}</li>
            <li>{t('rule39.stepPost')}</li>
          </ol>
          <p>{t('rule39.phone')}</p>
          <p>{t('rule39.kept')}</p>
        </Prose>
      </Section>
    </Page>
  );
}
