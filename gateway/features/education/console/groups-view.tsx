import { Plus, Trash2, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { CheckboxGroup } from '../../../../renderer/ui/checkbox-group.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { AskFirst } from '../../../console/ask-first.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useAct } from '../../../console/use-act.ts';
import { useCall } from '../../../console/use-call.ts';
import { peopleSchema } from '../../../people/staff-api.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { type Group, groupSchema, groupsSchema } from '../groups/staff-api.ts';

/** Groups of learners: make one, put people into it, take it away. Courses can be published to a group. */
export function GroupsView({ views }: { readonly views: ReactNode }) {
  const { t } = useTranslation('learners');
  const groups = useCall('/groups', groupsSchema);
  const { act, busy, failure } = useAct();
  const [name, setName] = useState('');
  const make = async (): Promise<void> => {
    if (name.trim() === '') return;
    const made = await act({ method: 'POST', path: '/groups', reply: groupSchema, body: { name: name.trim() } });
    if (made === undefined) return;
    setName('');
    groups.again();
  };
  return (
    <Page title={t('groups.title')} lead={t('groups.lead')} width="wide" focusTitle>
      {views}
      <form onSubmit={(event) => { event.preventDefault(); void make(); }}>
        <Row align="end" gap="md">
          <TextField label={t('groups.name')} width="medium" value={name} onChange={setName} />
          <Button type="submit" icon={Plus} busy={busy} busyWord={t('console:busy')}>{t('groups.make')}</Button>
        </Row>
      </form>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {groups.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {groups.state === 'failed' ? <FailureNotice failure={groups.failure} /> : null}
      {groups.state === 'ready' && groups.value.groups.length === 0 ? <EmptyState picture="books" title={t('groups.none')}>{t('groups.noneLead')}</EmptyState> : null}
      {groups.state === 'ready' ? groups.value.groups.map((group) => <GroupCard key={group.groupId} group={group} onChanged={groups.again} />) : null}
    </Page>
  );
}

function GroupCard({ group, onChanged }: { readonly group: Group; readonly onChanged: () => void }) {
  const { t } = useTranslation('learners');
  const { act, failure } = useAct();
  const [choosing, setChoosing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = async (): Promise<void> => {
    setRemoving(false);
    await act({ method: 'DELETE', path: `/groups/${group.groupId}`, reply: doneSchema });
    onChanged();
  };
  return (
    <Card title={group.name}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <p>{group.people.length === 0 ? t('groups.nobody') : group.people.map((person) => person.name).join(', ')}</p>
      {choosing ? <PeopleChoice group={group} onDone={() => { setChoosing(false); onChanged(); }} /> : null}
      <Row gap="sm">
        {choosing ? null : <Button size="small" icon={Users} onClick={() => { setChoosing(true); }}>{t('groups.choose')}</Button>}
        <Button size="small" icon={Trash2} onClick={() => { setRemoving(true); }}>{t('groups.remove')}</Button>
      </Row>
      <AskFirst open={removing} danger title={t('groups.removeAsk', { name: group.name })} confirmWord={t('groups.remove')} onConfirm={() => { void remove(); }} onCancel={() => { setRemoving(false); }}>{t('groups.removeLead')}</AskFirst>
    </Card>
  );
}

function PeopleChoice({ group, onDone }: { readonly group: Group; readonly onDone: () => void }) {
  const { t } = useTranslation('learners');
  const people = useCall('/people', peopleSchema);
  const { act, busy, failure } = useAct();
  const [chosen, setChosen] = useState<readonly string[]>(group.people.map((person) => person.personId));
  const [search, setSearch] = useState('');
  if (people.state === 'loading') return <Spinner word={t('console:loading')} />;
  if (people.state === 'failed') return <FailureNotice failure={people.failure} />;
  const all = people.value.people.filter((person) => person.status === 'here');
  const shown = all.filter((person) => `${person.firstName} ${person.lastName} ${person.prisonerNumber}`.toLowerCase().includes(search.trim().toLowerCase()));
  const save = async (): Promise<void> => {
    const saved = await act({ method: 'PUT', path: `/groups/${group.groupId}/people`, reply: groupSchema, body: { personIds: chosen } });
    if (saved !== undefined) onDone();
  };
  return (
    <>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <TextField label={t('search')} type="search" width="medium" value={search} onChange={setSearch} />
      <CheckboxGroup legend={t('groups.people')} columns={3} values={chosen}
        onChange={(values) => { setChosen([...chosen.filter((id) => !shown.some((person) => person.personId === id)), ...values]); }}
        options={shown.map((person) => ({ value: person.personId, label: `${person.firstName} ${person.lastName}`, hint: `${person.prisonerNumber} · ${person.wing}` }))} />
      <div><Button kind="primary" busy={busy} busyWord={t('console:busy')} onClick={() => { void save(); }}>{t('console:save')}</Button></div>
    </>
  );
}
