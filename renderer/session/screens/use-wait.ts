import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Counts a wait down. `start` takes milliseconds; `left` is whole seconds, and 0 when one may try again. */
export function useWait() {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    // A clock that never jumps: setting the tablet's time neither shortens the wait nor makes it longer.
    const look = () => { setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000))); };
    look();
    const timer = setInterval(look, 250);
    return () => { clearInterval(timer); };
  }, [until]);
  return { left, start: (wait: number) => { setUntil(performance.now() + wait); setLeft(Math.ceil(wait / 1000)); } };
}

/** A length of time in words of the language: "28 seconds", "5 minutes". Takes whole seconds. */
export function useDurationText(): (seconds: number) => string {
  const { t } = useTranslation('session');
  return (seconds) =>
    seconds > 90 ? t('wait.minutes', { count: Math.ceil(seconds / 60) }) : t('wait.seconds', { count: seconds });
}
