import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#protocol/result.ts';
import { PIN_MAX_DIGITS, PIN_MIN_DIGITS } from '#protocol/session/pin-rules.ts';
import { Notice } from '../../ui/notice.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { Stack } from '../../ui/stack.tsx';
import type { SessionFault } from '../session-fault.ts';
import { useFaultText } from './use-fault-text.ts';
import { useDurationText, useWait } from './use-wait.ts';

type PinStepProps = {
  readonly label: string;
  readonly submitWord: string;
  readonly onPin: (pin: string) => Promise<Result<null, SessionFault>>;
};

/** Enters a PIN and says honestly what came of it; a wait is counted down, and nobody is locked out for good. */
export function PinStep({ label, submitWord, onPin }: PinStepProps) {
  const { t } = useTranslation('session');
  const duration = useDurationText();
  const { error, fault, showFault, clearFault } = useFaultText();
  const wait = useWait();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  async function submit(entered: string) {
    setBusy(true);
    clearFault();
    const result = await onPin(entered);
    setBusy(false);
    if (result.ok) return;
    setPin('');
    showFault(result.error);
    if (result.error.waitFor !== undefined && result.error.waitFor > 0) wait.start(result.error.waitFor);
  }
  return (
    <Stack>
      {wait.left > 0 && (
        <Notice tone="attention" title={t('wait.title')} live="polite">
          <p>{t('wait.body')}</p>
          <p role="timer">{t('wait.left', { time: duration(wait.left) })}</p>
        </Notice>
      )}
      <PinPad
        label={label}
        value={pin}
        onChange={setPin}
        onSubmit={(entered) => { void submit(entered); }}
        minLength={PIN_MIN_DIGITS}
        maxLength={PIN_MAX_DIGITS}
        deleteWord={t('signIn.delete')}
        submitWord={submitWord}
        filledText={(count) => t('signIn.filled', { count })}
        error={fault?.code === 'wait' ? undefined : error}
        busy={busy}
        busyWord={t('signIn.busy')}
        disabled={wait.left > 0}
        autoFocus
      />
    </Stack>
  );
}
