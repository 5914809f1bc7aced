import { UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../renderer/ui/avatar.tsx';
import { ButtonLink } from '../../../renderer/ui/button-link.tsx';
import { List } from '../../../renderer/ui/list.tsx';
import { ListRow } from '../../../renderer/ui/list-row.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Picture } from '../../../renderer/ui/picture.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import { familySessionSchema, type FamilyPerson } from '../../family-api.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { isolateName } from '../isolate-name.ts';
import { addressOf } from '../place.ts';
import { useFamilyCall } from '../use-family-call.ts';
import { useWhen } from '../use-when.ts';

/** Everyone this account may write to. */
export function PeopleScreen() {
  const { t } = useTranslation('portal');
  const { value, failure, again } = useFamilyCall('/session', familySessionSchema, 30);
  return (
    <Page title={t('people.title')} lead={t('people.lead')} picture={<Picture name="letters" />} focusTitle>
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {value === undefined && failure === undefined && <Spinner word={t('loading')} block />}
      {value && (
        <List label={t('people.title')}>
          {value.people.map((person) => (
            <PersonRow key={person.contactId} person={person} />
          ))}
        </List>
      )}
      <div>
        <ButtonLink icon={UserPlus} href={addressOf({ name: 'add' })}>
          {t('add.link')}
        </ButtonLink>
      </div>
      <p>{t('people.signOutHint')}</p>
    </Page>
  );
}

function PersonRow({ person }: { readonly person: FamilyPerson }) {
  const { t, i18n } = useTranslation('portal');
  const when = useWhen();
  const last = person.lastAt === null ? t('people.none') : t('people.last', { when: when(person.lastAt) });
  return (
    <ListRow
      lead={<Avatar name={person.prisonerName} />}
      title={isolateName(person.prisonerName, i18n.dir())}
      detail={last}
      href={addressOf({ name: 'thread', contactId: person.contactId })}
      unread={person.unread > 0}
      unreadWord={t('people.new', { count: person.unread })}
      chip={!person.active && <StatusChip tone="neutral">{t('people.paused')}</StatusChip>}
    />
  );
}
