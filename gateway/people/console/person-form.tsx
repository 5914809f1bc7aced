import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { prisonerNumberSchema } from '#protocol/ids.ts';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { establishmentSchema } from '../../staff/staff-api.ts';
import { personSchema, type Person } from '../staff-api.ts';

type PersonFormProps = { readonly person?: Person; readonly onCancel: () => void; readonly onSaved: (person: Person) => void };

/** Adds a person, or changes the names and the place of one. The prison number never changes. */
export function PersonForm({ person, onCancel, onSaved }: PersonFormProps) {
  const { t } = useTranslation('people');
  const { act, busy, failure } = useAct();
  const [number, setNumber] = useState<string>(person?.prisonerNumber ?? '');
  const [firstName, setFirstName] = useState(person?.firstName ?? '');
  const [lastName, setLastName] = useState(person?.lastName ?? '');
  const [wing, setWing] = useState(person?.wing ?? '');
  const [cell, setCell] = useState(person?.cell ?? '');
  const [checked, setChecked] = useState(false);
  const numberFits = prisonerNumberSchema.safeParse(number).success;
  const missing = (value: string) => (checked && value.trim() === '' ? t('missing') : undefined);
  async function save(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!numberFits || [firstName, lastName, wing, cell].some((value) => value.trim() === '')) return;
    const body = { firstName: firstName.trim(), lastName: lastName.trim(), wing: wing.trim(), cell: cell.trim() };
    const saved = await act(person === undefined ? { method: 'POST', path: '/people', reply: personSchema, body: { ...body, prisonerNumber: number } } : { method: 'PATCH', path: `/people/${person.personId}`, reply: personSchema, body });
    if (saved !== undefined) onSaved(saved);
  }
  return (
    <Card title={person === undefined ? t('add') : t('change')} tone="outline">
      <form noValidate onSubmit={(event) => { void save(event); }}>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          <Row align="end" gap="md">
            {person === undefined ? <TextField label={t('number')} hint={t('numberHint')} dir="ltr" width="medium" value={number} onChange={(value) => { setNumber(value.trim().toUpperCase()); }} maxLength={7} error={checked && !numberFits ? t('numberWrong') : undefined} autoFocus /> : null}
            <TextField label={t('firstName')} width="medium" value={firstName} onChange={setFirstName} maxLength={60} error={missing(firstName)} />
            <TextField label={t('lastName')} width="medium" value={lastName} onChange={setLastName} maxLength={60} error={missing(lastName)} />
            <WingField value={wing} onChange={setWing} error={missing(wing)} />
            <TextField label={t('cell')} width="short" value={cell} onChange={setCell} maxLength={20} error={missing(cell)} />
          </Row>
          <Row><Button type="submit" kind="primary" busy={busy}>{t('console:save')}</Button><Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button></Row>
        </Stack>
      </form>
    </Card>
  );
}

/** The wings this prison has, or a line to write in while none are set. */
function WingField({ value, onChange, error }: { readonly value: string; readonly onChange: (wing: string) => void; readonly error: string | undefined }) {
  const { t } = useTranslation('people');
  const establishment = useCall('/establishment', establishmentSchema);
  const wings = establishment.state === 'ready' ? establishment.value.wings : [];
  if (wings.length === 0) return <TextField label={t('wing')} width="medium" value={value} onChange={onChange} maxLength={60} error={error} />;
  const options = [...new Set([...wings, ...(value === '' ? [] : [value])])].map((wing) => ({ value: wing, label: wing }));
  return <Select label={t('wing')} width="medium" placeholder={t('console:pick')} value={value} onChange={onChange} options={options} error={error} />;
}
