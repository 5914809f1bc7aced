import { TabletSmartphone } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useSessionActions } from '../session-actions-context.ts';
import { CodeEntry } from './code-entry.tsx';
import { LookControls } from './look-controls.tsx';
import { useFaultText } from './use-fault-text.ts';

/** Once for each tablet, by staff, with the code from their console. */
export function EnrolScreen() {
  const { t } = useTranslation('session');
  const { enrol } = useSessionActions();
  const { error, showFault, clearFault } = useFaultText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    clearFault();
    const enrolled = await enrol(code);
    setBusy(false);
    if (!enrolled.ok) showFault(enrolled.error);
  }
  return (
    <Page title={t('enrol.title')} lead={t('enrol.lead')} width="narrow">
      <form noValidate onSubmit={(event) => { void submit(event); }}>
        <Stack>
          <CodeEntry label={t('enrol.code')} hint={t('enrol.codeHint')} value={code} onChange={setCode} error={error} />
          <Button type="submit" kind="primary" size="large" icon={TabletSmartphone} block busy={busy} busyWord={t('enrol.busy')}>
            {t('enrol.submit')}
          </Button>
        </Stack>
      </form>
      <LookControls />
    </Page>
  );
}
