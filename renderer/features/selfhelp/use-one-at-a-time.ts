import { useCallback, useRef, useState } from 'react';

/** Carries out one act at a time: a second press while the first is under way does nothing, so nothing is made twice. */
export function useOneAtATime() {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = useCallback(async (act: () => Promise<void>): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    try {
      await act();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, run };
}
