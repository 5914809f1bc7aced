import { useCallback, useEffect, useRef } from 'react';
import { openHelp, useAlerts } from '../../../alerts/alerts-store.ts';
import { usePerson } from '../../../session/use-person.ts';
import type { MeasureForm } from './measure-form.ts';
import { useUnsentWorry } from './unsent-worry.ts';

/**
 * Does what was promised for a worrying answer. Resolves true when nothing more is owed: the alert is stored, or none was
 * promised. Otherwise false, the Act now screen says so, and the answer counts as one about which nothing was done.
 */
export function useWorry(): (form: MeasureForm) => Promise<boolean> {
  const { raise } = useAlerts();
  const { personId } = usePerson();
  return useCallback(
    async (form) => {
      if (form.told?.worryingAnswers !== true) return true;
      const raised = await raise?.('worrying-answer', 'person').catch(() => undefined);
      const sent = raised?.ok === true;
      useUnsentWorry.setState({ personId: sent ? null : personId });
      return sent;
    },
    [raise, personId],
  );
}

/**
 * The same for somebody who leaves by the frame (Home, the lock): `left` answers the promise that is still owed, or
 * undefined. Help opens after whatever the frame does next.
 */
export function useWorryOnLeave(left: () => Promise<unknown> | undefined): void {
  const latest = useRef(left);
  useEffect(() => { latest.current = left; });
  useEffect(() => () => { void latest.current()?.finally(openHelp); }, []);
}
