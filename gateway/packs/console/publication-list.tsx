import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { List } from '../../../renderer/ui/list.tsx';
import { ListRow } from '../../../renderer/ui/list-row.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { peopleSchema } from '../../people/staff-api.ts';
import type { Session } from '../../staff/staff-api.ts';
import { groupChoicesSchema, type PackPublication, type Packs } from '../staff-api.ts';
import { useAudienceWords } from './use-audience-words.ts';

type PublicationListProps = { readonly pack: Packs['packs'][number]; readonly session: Session; readonly onChanged: () => void };

/** Whom the course is published to, each with the way to withdraw it. */
export function PublicationList({ pack, session, onChanged }: PublicationListProps) {
  const { t } = useTranslation('packs');
  const time = useTimeWords();
  const people = useCall('/people', peopleSchema);
  const groups = useCall('/groups', groupChoicesSchema);
  const audienceWords = useAudienceWords(people.state === 'ready' ? people.value.people : [], groups.state === 'ready' ? groups.value.groups : []);
  const { act, busy, failure } = useAct();
  const [asking, setAsking] = useState<PackPublication>();
  const mayWithdraw = session.actions.includes('packs.publish');
  const termsWords = ({ version, from, until }: PackPublication) => [version === null ? '' : t('edition', { version }), from === null ? '' : t('fromWords', { day: from }), until === null ? '' : t('untilWords', { day: until })].filter((part) => part !== '').join(' · ');
  async function withdraw(publication: PackPublication) {
    setAsking(undefined);
    await act({ method: 'DELETE', path: `/publications/${publication.publicationId}`, reply: doneSchema });
    onChanged();
  }
  return (
    <Section title={t('publishedTo')}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {pack.publications.length === 0 ? <EmptyState picture="books" title={t('toNobody')}>{t('toNobodyLead')}</EmptyState> : (
        <List label={t('publishedTo')}>
          {pack.publications.map((publication) => (
            <ListRow key={publication.publicationId} title={audienceWords(publication.audience)} detail={[termsWords(publication), t('publishedBy', { name: publication.publishedBy, time: time.short(publication.publishedAt) })].filter((part) => part !== '').join(' · ')}
              actions={mayWithdraw ? <Button size="small" kind="quiet" busy={busy} onClick={() => { setAsking(publication); }}>{t('withdraw')}</Button> : undefined} />
          ))}
        </List>
      )}
      <AskFirst open={asking !== undefined} danger title={t('withdrawSure', { audience: asking === undefined ? '' : audienceWords(asking.audience) })} confirmWord={t('withdraw')} onConfirm={() => { if (asking !== undefined) void withdraw(asking); }} onCancel={() => { setAsking(undefined); }}>{t('withdrawLead')}</AskFirst>
    </Section>
  );
}
