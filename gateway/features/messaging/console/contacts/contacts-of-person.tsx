import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { EmptyState } from '../../../../../renderer/ui/empty-state.tsx';
import { Grid } from '../../../../../renderer/ui/grid.tsx';
import { Section } from '../../../../../renderer/ui/section.tsx';
import { Spinner } from '../../../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useCall } from '../../../../console/use-call.ts';
import type { PersonPartProps } from '../../../../people/console/person-part.ts';
import { contactsSchema } from '../../staff-api.ts';
import { ContactCard } from './contact-card.tsx';
import { NewContactForm } from './new-contact-form.tsx';

/** Whom this person may write to; each contact belongs to exactly one prisoner. */
export function ContactsOfPerson({ person, session }: PersonPartProps) {
  const { t } = useTranslation('contacts');
  const [adding, setAdding] = useState(false);
  const contacts = useCall(`/contacts?personId=${person.personId}`, contactsSchema);
  const mayChange = session.actions.includes('contacts.change');
  return (
    <Section title={t('title')} hint={t('lead')} actions={mayChange && !adding ? <Button size="small" icon={UserPlus} onClick={() => { setAdding(true); }}>{t('add')}</Button> : undefined}>
      {adding ? <NewContactForm person={person} onCancel={() => { setAdding(false); }} onAdded={() => { setAdding(false); contacts.again(); }} /> : null}
      {contacts.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {contacts.state === 'failed' ? <FailureNotice failure={contacts.failure} /> : null}
      {contacts.state === 'ready' && contacts.value.contacts.length === 0 && !adding ? <EmptyState picture="people" title={t('empty')}>{mayChange ? t('emptyLead') : t('emptyLeadReader')}</EmptyState> : null}
      {contacts.state === 'ready' && contacts.value.contacts.length > 0 ? <Grid min="lg">{contacts.value.contacts.map((contact) => <ContactCard key={contact.contactId} contact={contact} session={session} onChanged={contacts.again} />)}</Grid> : null}
    </Section>
  );
}
