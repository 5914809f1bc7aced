import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { Card } from '../../../../../renderer/ui/card.tsx';
import { Checkbox } from '../../../../../renderer/ui/checkbox.tsx';
import { RadioCards } from '../../../../../renderer/ui/radio-cards.tsx';
import { Row } from '../../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { TextField } from '../../../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useAct } from '../../../../console/use-act.ts';
import type { Person } from '../../../../people/staff-api.ts';
import { staffContactSchema } from '../../staff-api.ts';

type NewContactFormProps = { readonly person: Person; readonly onCancel: () => void; readonly onAdded: () => void };

/** Adds a contact. How their letters are handled is chosen here once and for all (ADR 0006), so it is explained here. */
export function NewContactForm({ person, onCancel, onAdded }: NewContactFormProps) {
  const { t } = useTranslation('contacts');
  const { act, busy, failure } = useAct();
  const [name, setName] = useState('');
  const [relationship, setRelationship] = useState('');
  const [handling, setHandling] = useState<'moderated' | 'privileged'>('moderated');
  const [approved, setApproved] = useState(false);
  const [checked, setChecked] = useState(false);
  const missing = (value: string) => (checked && value.trim() === '' ? t('missing') : undefined);
  async function add(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '' || relationship.trim() === '') return;
    const body = { personId: person.personId, name: name.trim(), relationship: relationship.trim(), handling, approved };
    const contact = await act({ method: 'POST', path: '/contacts', reply: staffContactSchema, body });
    if (contact !== undefined) onAdded();
  }
  return (
    <Card title={t('add')} level={3} tone="outline">
      <form noValidate onSubmit={(event) => { void add(event); }}>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          <Row align="end" gap="md">
            <TextField label={t('name')} value={name} onChange={setName} maxLength={120} width="medium" error={missing(name)} autoFocus />
            <TextField label={t('relationship')} hint={t('relationshipHint')} value={relationship} onChange={setRelationship} maxLength={60} width="medium" error={missing(relationship)} />
          </Row>
          <RadioCards legend={t('handling')} hint={t('handlingHint')} columns={2} value={handling} onChange={setHandling} options={[
            { value: 'moderated', label: t('moderated'), hint: t('moderatedHint') },
            { value: 'privileged', label: t('privileged'), hint: t('privilegedHint') },
          ]} />
          <Checkbox label={t('approvedNow')} hint={t('approvedNowHint')} checked={approved} onChange={setApproved} />
          <Row><Button type="submit" kind="primary" busy={busy}>{t('add')}</Button><Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button></Row>
        </Stack>
      </form>
    </Card>
  );
}
