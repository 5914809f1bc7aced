import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../renderer/ui/text-area.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useAct } from '../../console/use-act.ts';
import { useCall } from '../../console/use-call.ts';
import { establishmentSchema, type Establishment } from '../staff-api.ts';

/** The prison's name and its wings, which every form offers. */
export function PrisonForm({ views }: { readonly views: ReactNode }) {
  const { t } = useTranslation('staff');
  const establishment = useCall('/establishment', establishmentSchema);
  return (
    <Page title={t('prison')} lead={t('prisonLead')} width="wide" focusTitle status={views}>
      {establishment.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {establishment.state === 'failed' ? <FailureNotice failure={establishment.failure} /> : null}
      {establishment.state === 'ready' ? <Fields establishment={establishment.value} /> : null}
    </Page>
  );
}

function Fields({ establishment }: { readonly establishment: Establishment }) {
  const { t } = useTranslation('staff');
  const { act, busy, failure } = useAct();
  const [name, setName] = useState(establishment.name);
  const [wings, setWings] = useState(establishment.wings.join('\n'));
  const [wrong, setWrong] = useState(false);
  const [saved, setSaved] = useState(false);
  async function save(event: SubmitEvent) {
    event.preventDefault();
    setSaved(false);
    const lines = wings.split('\n').map((wing) => wing.trim()).filter((wing) => wing !== '');
    const parsed = establishmentSchema.safeParse({ name: name.trim(), wings: [...new Set(lines)] });
    setWrong(!parsed.success);
    if (parsed.success) setSaved((await act({ method: 'PUT', path: '/establishment', reply: establishmentSchema, body: parsed.data })) !== undefined);
  }
  return (
    <form noValidate onSubmit={(event) => { void save(event); }}>
      <Stack gap="md">
        {failure === undefined ? null : <FailureNotice failure={failure} />}
        {saved ? <Notice tone="good" live="polite">{t('console:saved')}</Notice> : null}
        <TextField label={t('prisonName')} value={name} onChange={setName} maxLength={120} width="medium" error={wrong ? t('prisonWrong') : undefined} />
        <TextArea label={t('wings')} hint={t('wingsHint')} value={wings} onChange={setWings} rows={6} />
        <div><Button type="submit" kind="primary" busy={busy}>{t('console:save')}</Button></div>
      </Stack>
    </form>
  );
}
