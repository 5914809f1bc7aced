import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { IssuedCodeNotice } from '../../../console/issued-code-notice.tsx';
import { newTabletReplySchema, type IssuedCode } from '../staff-api.ts';

/** Adds a tablet and shows its enrolment code, once. */
export function NewTabletForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('tablets');
  const [name, setName] = useState('');
  const [wing, setWing] = useState('');
  const [cell, setCell] = useState('');
  const [code, setCode] = useState<IssuedCode>();
  const [failure, setFailure] = useState<CallFailure>();
  async function add(event: SubmitEvent) {
    event.preventDefault();
    const answer = await callApi({ method: 'POST', path: '/tablets', reply: newTabletReplySchema, body: { name: name.trim(), wing: wing.trim(), cell: cell.trim() } });
    if (answer.ok) setCode(answer.value.enrolmentCode);
    setFailure(answer.ok ? undefined : answer.error);
  }
  if (code !== undefined) return <IssuedCodeNotice title={t('enrolmentCode', { name })} issued={code} lead={t('enrolmentCodeLead')} onDone={onDone} />;
  return (
    <Card title={t('add')} level={2}>
      <form onSubmit={(event) => { void add(event); }}>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          <Row align="start">
            <TextField label={t('name')} hint={t('nameHint')} value={name} onChange={setName} required autoFocus />
            <TextField label={t('wing')} value={wing} onChange={setWing} width="short" required />
            <TextField label={t('cell')} value={cell} onChange={setCell} width="short" required />
          </Row>
          <Row><Button type="submit" kind="primary">{t('addGo')}</Button><Button kind="quiet" onClick={onDone}>{t('cancel')}</Button></Row>
        </Stack>
      </form>
    </Card>
  );
}
