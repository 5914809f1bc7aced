import { KeyRound, UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { List } from '../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../renderer/ui/list-row.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { UndoBar } from '../../../../renderer/ui/undo-bar.tsx';
import { peopleSchema } from '../../../people/staff-api.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { AskFirst } from '../../../console/ask-first.tsx';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { MAX_PEOPLE_PER_TABLET, tabletSchema, type StaffTablet } from '../staff-api.ts';

type AssignPeopleProps = {
  readonly tablet: StaffTablet;
  readonly session: Session;
  readonly onChanged: () => void;
  readonly onFailure: (failure: CallFailure | undefined) => void;
  readonly onCode: (person: StaffTablet['people'][number]) => void;
};

/** Who uses this tablet; each needs a code for their first sign-in here. */
export function AssignPeople({ tablet, session, onChanged, onFailure, onCode }: AssignPeopleProps) {
  const { t } = useTranslation('tablets');
  const time = useTimeWords();
  const people = useCall('/people?status=here', peopleSchema);
  const [chosen, setChosen] = useState('');
  const [takenOff, setTakenOff] = useState<{ readonly name: string; readonly before: readonly string[] }>();
  const mayAssign = session.actions.includes('tablets.assign') && tablet.state !== 'revoked';
  const [doubtful, setDoubtful] = useState<{ readonly name: string; readonly personId: string }>();
  async function assign(personIds: readonly string[], despiteAlert = false) {
    const answer = await callApi({ method: 'PUT', path: `/tablets/${tablet.tabletId}/people`, reply: tabletSchema, body: { personIds, ...(despiteAlert ? { despiteAlert } : {}) } });
    onFailure(answer.ok ? undefined : answer.error);
    setChosen('');
    onChanged();
  }
  function takeOff(person: { readonly name: string; readonly personId: string }, despiteAlert: boolean) {
    setDoubtful(undefined);
    setTakenOff({ name: person.name, before: here });
    void assign(here.filter((id) => id !== person.personId), despiteAlert);
  }
  const here = tablet.people.map((person) => person.personId as string);
  const others = people.state === 'ready' ? people.value.people.filter((person) => !here.includes(person.personId)) : [];
  return (
    <>
      {here.length === 0 ? <p>{t('nobody')}</p> : null}
      <List label={t('people')}>
        {tablet.people.map((person) => (
          <ListRow key={person.personId} title={person.name} detail={`${person.prisonerNumber} · ${person.firstSignInAt === null ? t('notYetSignedIn') : t('signedIn', { time: time.full(person.firstSignInAt) })}`}
            actions={mayAssign ? (
              <Row>
                <Button size="small" icon={KeyRound} onClick={() => { onCode(person); }}>{t('giveCode')}</Button>
                <Button size="small" kind="quiet" icon={UserMinus} onClick={() => { if (tablet.openAlerts > 0) setDoubtful(person); else takeOff(person, false); }}>{t('takeOff')}</Button>
              </Row>
            ) : undefined} />
        ))}
      </List>
      {mayAssign && here.length < MAX_PEOPLE_PER_TABLET ? (
        <Row align="end">
          <Select label={t('addPerson')} placeholder={t('pick')} value={chosen} onChange={setChosen} options={others.map((person) => ({ value: person.personId, label: `${person.lastName}, ${person.firstName} (${person.prisonerNumber}), ${person.wing} ${person.cell}` }))} />
          <Button icon={UserPlus} disabled={chosen === ''} onClick={() => { void assign([...here, chosen]); }}>{t('assign')}</Button>
        </Row>
      ) : null}
      <AskFirst open={doubtful !== undefined} danger title={t('takeOffSure', { name: doubtful?.name ?? '' })} confirmWord={t('takeOff')} onConfirm={() => { if (doubtful !== undefined) takeOff(doubtful, true); }} onCancel={() => { setDoubtful(undefined); }}>{t('openAlert')}</AskFirst>
      {takenOff === undefined ? null : (
        <UndoBar message={t('takenOff', { name: takenOff.name })} actionWord={t('console:undo')} onAction={() => { setTakenOff(undefined); void assign(takenOff.before); }}
          dismissWord={t('console:close')} onDismiss={() => { setTakenOff(undefined); }} />
      )}
    </>
  );
}
