import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useSessionActions } from '../session-actions-context.ts';
import { NumberStep } from './number-step.tsx';
import { PinStep } from './pin-step.tsx';

type SignInScreenProps = { readonly onBack: () => void; readonly onFirst: () => void };

/** Prison number, then PIN. Works with no network. */
export function SignInScreen({ onBack, onFirst }: SignInScreenProps) {
  const { t } = useTranslation('session');
  const { signIn } = useSessionActions();
  const [prisonerNumber, setPrisonerNumber] = useState('');
  const [step, setStep] = useState<'number' | 'pin'>('number');
  const back = { word: t('frame.back', { ns: 'app' }), onClick: step === 'pin' ? () => { setStep('number'); } : onBack };
  if (step === 'number') {
    return (
      <Page key="number" title={t('signIn.title')} back={back} width="narrow">
        <NumberStep value={prisonerNumber} onChange={setPrisonerNumber} onDone={() => { setStep('pin'); }} />
        <p>
          <Button kind="quiet" onClick={onFirst}>{t('signIn.firstTime')}</Button>
        </p>
      </Page>
    );
  }
  return (
    <Page key="pin" title={t('signIn.pinTitle')} lead={t('signIn.for', { number: prisonerNumber })} back={back} width="narrow">
      <PinStep label={t('signIn.pin')} submitWord={t('signIn.submit')} onPin={(pin) => signIn({ prisonerNumber, pin })} />
      <Stack gap="xs">
        <p>
          <Button kind="quiet" icon={UserRound} onClick={() => { setPrisonerNumber(''); setStep('number'); }}>{t('number.change')}</Button>
        </p>
        <p className="small-print">{t('signIn.forgot')}</p>
      </Stack>
    </Page>
  );
}
