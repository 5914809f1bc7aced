import { useEffect, useState } from 'react';

/** How often a clock on the screen looks at the time, milliseconds. */
const LOOK_EVERY = 500;

/** The time in milliseconds, looked at twice a second while something runs, and at once when the screen wakes. */
export function useRunningClock(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    const look = () => { setNow(Date.now()); };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [runs]);
  return now;
}
