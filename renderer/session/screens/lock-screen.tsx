import { HeartHandshake, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { useLock } from '../lock-store.ts';
import { useSessionActions } from '../session-actions-context.ts';
import { PinStep } from './pin-step.tsx';

/** Covers everything. Says nothing about who is signed in, or what was on the screen (issue 3, S9). */
export function LockScreen({ onActNow }: { readonly onActNow: () => void }) {
  const { t } = useTranslation('session');
  const { unlock, signOut } = useSessionActions();
  const lock = useLock((store) => store.lock);
  return (
    <Page title={lock === 'idle' ? t('lock.idleTitle') : t('lock.title')} lead={t('lock.lead')} width="narrow">
      <PinStep label={t('signIn.pin')} submitWord={t('lock.open')} onPin={unlock} />
      <Row>
        <Button icon={HeartHandshake} onClick={onActNow}>{t('place.actNow', { ns: 'app' })}</Button>
        <Button icon={LogOut} onClick={() => { void signOut(); }}>{t('frame.signOut', { ns: 'app' })}</Button>
      </Row>
    </Page>
  );
}
