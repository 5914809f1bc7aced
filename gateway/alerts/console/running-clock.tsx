import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * How long a call has waited, second by second. `now` is the gateway's clock when the call was last read, so a
 * workstation whose clock is wrong still shows the truth. All in milliseconds.
 */
export function RunningClock({ since, now }: { readonly since: number; readonly now: number }) {
  const { t } = useTranslation('alerts');
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const tick = () => { setSeconds(Math.floor((now - since + performance.now() - began) / 1000)); };
    tick();
    const timer = setInterval(tick, 1000);
    return () => { clearInterval(timer); };
  }, [since, now]);
  return <span role="timer">{t('waited', { time: clockOf(Math.max(0, seconds)) })}</span>;
}

/** 75 seconds as "1:15", an hour as "1:00:00". */
function clockOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${String(minutes)}:${two(rest)}`;
}
