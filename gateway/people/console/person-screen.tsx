import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { placeAddress } from '../../console/place.ts';
import { useAct } from '../../console/use-act.ts';
import type { Session } from '../../staff/staff-api.ts';
import { personSchema, type Person } from '../staff-api.ts';
import { PersonForm } from './person-form.tsx';
import type { PersonPart } from './person-part.ts';

type PersonScreenProps = { readonly person: Person; readonly session: Session; readonly parts: readonly PersonPart[]; readonly onChanged: () => void };

/** One person: where they are, their tablets, and what the features add. */
export function PersonScreen({ person, session, parts, onChanged }: PersonScreenProps) {
  const { t } = useTranslation('people');
  const { act, busy, failure } = useAct();
  const [changing, setChanging] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const mayChange = session.actions.includes('people.change');
  async function setStatus(status: Person['status']) {
    setLeaving(false);
    await act({ method: 'PATCH', path: `/people/${person.personId}`, reply: personSchema, body: { status } });
    onChanged();
  }
  const name = `${person.firstName} ${person.lastName}`;
  const tablets = session.actions.includes('tablets.read')
    ? person.tablets.map((tablet) => <a key={tablet.tabletId} href={placeAddress('tablets', tablet.tabletId)}>{tablet.name}</a>)
    : person.tablets.map((tablet) => <span key={tablet.tabletId}>{tablet.name}</span>);
  return (
    <Page title={name} width="wide" focusTitle back={{ word: t('title'), href: placeAddress('people') }} status={<StatusChip tone={person.status === 'here' ? 'good' : 'neutral'}>{t(`status.${person.status}`)}</StatusChip>}
      actions={mayChange && !changing ? (
        <Row gap="xs">
          <Button onClick={() => { setChanging(true); }}>{t('change')}</Button>
          {person.status === 'here' ? <Button kind="quiet" busy={busy} onClick={() => { setLeaving(true); }}>{t('leave')}</Button> : <Button busy={busy} onClick={() => { void setStatus('here'); }}>{t('comeBack')}</Button>}
        </Row>
      ) : undefined}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {changing ? <PersonForm person={person} onCancel={() => { setChanging(false); }} onSaved={() => { setChanging(false); onChanged(); }} /> : (
        <Facts columns={2} items={[
          { key: 'number', term: t('number'), value: <bdi>{person.prisonerNumber}</bdi> },
          { key: 'place', term: t('place'), value: `${person.wing}, ${person.cell}` },
          { key: 'tablets', term: t('tablets'), value: tablets.length === 0 ? t('noTablets') : <Row gap="xs">{tablets}</Row> },
        ]} />
      )}
      {parts.filter((part) => part.actions.some((action) => session.actions.includes(action))).map(({ key, part: Part }) => <Part key={key} person={person} session={session} />)}
      <AskFirst open={leaving} danger title={t('leaveSure', { name })} confirmWord={t('leave')} onConfirm={() => { void setStatus('left'); }} onCancel={() => { setLeaving(false); }}>{t('leaveLead')}</AskFirst>
    </Page>
  );
}
