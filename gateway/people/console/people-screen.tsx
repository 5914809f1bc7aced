import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import type { ConsoleScreenProps } from '../../console/console-feature.ts';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { goTo, placeAddress } from '../../console/place.ts';
import { useCall } from '../../console/use-call.ts';
import { peopleSchema, type Person } from '../staff-api.ts';
import { PeopleFilters } from './people-filters.tsx';
import { PersonForm } from './person-form.tsx';
import type { PersonPart } from './person-part.ts';
import { PersonScreen } from './person-screen.tsx';
import { whoFits, type PeopleFilter } from './who-fits.ts';

/** Most rows on the page: a longer list is narrowed by searching, not by scrolling. */
const MOST_ROWS = 200;

/** Everybody of this prison, and the way to one of them. */
export function PeopleScreen({ session, rest, parts }: ConsoleScreenProps & { readonly parts: readonly PersonPart[] }) {
  const { t } = useTranslation('people');
  const [adding, setAdding] = useState(false);
  const [filter, setFilter] = useState<PeopleFilter>({ search: '', wing: '', status: 'here' });
  const people = useCall('/people', peopleSchema, 30);
  const [personId] = rest;
  if (people.state === 'loading') return <Spinner word={t('loading')} block />;
  if (people.state === 'failed') return <Page title={t('title')}><FailureNotice failure={people.failure} /></Page>;
  const open = people.value.people.find((person) => person.personId === personId);
  if (open !== undefined) return <PersonScreen key={open.personId} person={open} session={session} parts={parts} onChanged={people.again} />;
  const fitting = whoFits(people.value.people, filter);
  const nobodyAtAll = people.value.people.length === 0;
  const mayChange = session.actions.includes('people.change');
  const columns = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (person: Person) => <a href={placeAddress('people', person.personId)}>{`${person.lastName}, ${person.firstName}`}</a> },
    { key: 'number', header: t('number'), cell: (person: Person) => <bdi>{person.prisonerNumber}</bdi> },
    { key: 'place', header: t('place'), cell: (person: Person) => `${person.wing}, ${person.cell}` },
    { key: 'tablets', header: t('tablets'), cell: (person: Person) => person.tablets.map((tablet) => tablet.name).join(', ') },
    { key: 'status', header: t('statusWord'), cell: (person: Person) => <StatusChip tone={person.status === 'here' ? 'good' : 'neutral'}>{t(`status.${person.status}`)}</StatusChip> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle
      actions={mayChange && !adding ? <Button kind="primary" icon={UserPlus} onClick={() => { setAdding(true); }}>{t('add')}</Button> : undefined}>
      {adding ? <PersonForm onCancel={() => { setAdding(false); }} onSaved={(person) => { people.again(); setAdding(false); goTo('people', person.personId); }} /> : null}
      {nobodyAtAll ? null : <PeopleFilters filter={filter} people={people.value.people} onChange={setFilter} />}
      <DataTable dense caption={t('title')} captionHidden columns={columns} rows={fitting.slice(0, MOST_ROWS)} rowKey={(person) => person.personId}
        empty={<EmptyState picture={nobodyAtAll ? 'people' : 'search'} title={t(nobodyAtAll ? 'empty' : 'noneFits')}>{t(nobodyAtAll ? (mayChange ? 'emptyLead' : 'emptyLeadReader') : 'noneFitsLead')}</EmptyState>} />
      {fitting.length > MOST_ROWS ? <p role="status">{t('tooMany', { shown: MOST_ROWS, all: fitting.length })}</p> : null}
    </Page>
  );
}
