import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPin, PIN_MAX_DIGITS, PIN_MIN_DIGITS } from '#protocol/session/pin-rules.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { StepDots } from '../../ui/step-dots.tsx';
import { useSessionActions } from '../session-actions-context.ts';
import { AlreadyHere } from './already-here.tsx';
import { CodeStep } from './code-step.tsx';
import { NumberStep } from './number-step.tsx';
import { useFaultText } from './use-fault-text.ts';
import { WhoSeesWhat } from './who-sees-what.tsx';

const STEPS = ['number', 'code', 'who', 'pin', 'again'] as const;
/** `here`: the person has a PIN on this tablet already, and says whether they forgot it. */
type Step = (typeof STEPS)[number] | 'here';

/** Faults that are about the slip, not about the PIN: back to the first step. */
const ABOUT_THE_SLIP = new Set(['person-unknown', 'person-not-on-tablet', 'code-unknown', 'code-used', 'code-expired']);

/** Once for each person and tablet: slip, who sees what, PIN, the same PIN. The PIN never leaves the tablet. */
export function FirstSignInScreen({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('session');
  const { firstSignIn } = useSessionActions();
  const { error, showFault, clearFault } = useFaultText();
  const [step, setStep] = useState<Step>('number');
  const [prisonerNumber, setPrisonerNumber] = useState('');
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [trouble, setTrouble] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  async function finish(again: string, forgotten = false) {
    if (again !== pin) {
      setTrouble(t('first.different'));
      setPin('');
      setStep('pin');
      return;
    }
    setBusy(true);
    clearFault();
    const result = await firstSignIn({ prisonerNumber, code, pin, forgotten });
    setBusy(false);
    if (result.ok) return;
    if (result.error.code === 'already-here') {
      setStep('here');
      return;
    }
    showFault(result.error);
    if (ABOUT_THE_SLIP.has(result.error.code)) setStep('number');
  }

  const at = step === 'here' ? STEPS.length : STEPS.indexOf(step) + 1;
  const before = STEPS[at - 2];
  const back = { word: t('frame.back', { ns: 'app' }), onClick: before === undefined ? onBack : () => { setStep(before); } };
  const titles = { number: t('first.title'), code: t('first.title'), who: t('first.whoTitle'), pin: t('first.pinTitle'), again: t('first.againTitle'), here: t('first.hereTitle') };
  const leads = { number: t('first.lead'), code: undefined, who: t('first.whoLead'), pin: t('first.pinLead'), again: undefined, here: t('first.hereLead') };
  return (
    <Page key={step} title={titles[step]} lead={leads[step]} back={back} width="narrow" focusTitle={step === 'who' || step === 'here'}>
      <StepDots count={STEPS.length} current={at} text={t('first.step', { at, of: STEPS.length })} />
      {error !== undefined && <Notice tone="attention" live="assertive">{error}</Notice>}
      {step === 'number' && <NumberStep value={prisonerNumber} onChange={setPrisonerNumber} onDone={() => { clearFault(); setStep('code'); }} />}
      {step === 'code' && <CodeStep value={code} onChange={setCode} onDone={() => { setStep('who'); }} />}
      {step === 'who' && <WhoSeesWhat onAgree={() => { setStep('pin'); }} />}
      {step === 'pin' && (
        <ChoosePin
          prisonerNumber={prisonerNumber}
          trouble={trouble}
          onPin={(chosen) => { setTrouble(undefined); setPin(chosen); setStep('again'); }}
        />
      )}
      {step === 'here' && <AlreadyHere busy={busy} onForgotten={() => { void finish(pin, true); }} />}
      {step === 'again' && <RepeatPin busy={busy} onPin={(again) => { void finish(again); }} />}
    </Page>
  );
}

type ChoosePinProps = { readonly prisonerNumber: string; readonly trouble: string | undefined; readonly onPin: (pin: string) => void };

function ChoosePin({ prisonerNumber, trouble, onPin }: ChoosePinProps) {
  const { t } = useTranslation('session');
  const [pin, setPin] = useState('');
  const [error, setError] = useState(trouble);
  function judge(entered: string) {
    const checked = checkPin(entered, prisonerNumber);
    if (checked.ok) {
      onPin(entered);
      return;
    }
    setPin('');
    setError(t(`pinFault.${checked.error.code}`));
  }
  return <NewPin label={t('first.pin')} submitWord={t('first.next')} pin={pin} error={error} busy={false} onChange={setPin} onSubmit={judge} />;
}

function RepeatPin({ busy, onPin }: { readonly busy: boolean; readonly onPin: (pin: string) => void }) {
  const { t } = useTranslation('session');
  const [pin, setPin] = useState('');
  return <NewPin label={t('first.again')} submitWord={t('first.finish')} pin={pin} busy={busy} onChange={setPin} onSubmit={onPin} />;
}

type NewPinProps = {
  readonly label: string;
  readonly submitWord: string;
  readonly pin: string;
  readonly error?: string | undefined;
  readonly busy: boolean;
  readonly onChange: (pin: string) => void;
  readonly onSubmit: (pin: string) => void;
};

function NewPin({ pin, ...rest }: NewPinProps) {
  const { t } = useTranslation('session');
  return (
    <PinPad
      {...rest}
      value={pin}
      minLength={PIN_MIN_DIGITS}
      maxLength={PIN_MAX_DIGITS}
      deleteWord={t('signIn.delete')}
      filledText={(count) => t('signIn.filled', { count })}
      busyWord={t('first.busy')}
      autoFocus
    />
  );
}
