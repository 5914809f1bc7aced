import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionFault } from '../session-fault.ts';

/** Holds the last fault and says it in the language of the moment. */
export function useFaultText() {
  const { t } = useTranslation('session');
  const [fault, setFault] = useState<SessionFault | undefined>();
  const code = fault?.code;
  return {
    fault,
    error: code === undefined ? undefined : code === 'another-person' ? t('lock.other') : t(`fault.${code}`),
    showFault: setFault,
    clearFault: () => { setFault(undefined); },
  };
}
