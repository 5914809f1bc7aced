import { useEffect, useState } from 'react';
import { ownFilesKept } from '../shell/register-service-worker.ts';

/** Whether every screen can be opened with no network: a browser fetches the app's own files at its first visit (law 1). */
export function useOwnFilesKept(): boolean {
  const [areKept, setKept] = useState(() => ownFilesKept() === undefined);
  useEffect(() => {
    let isHere = true;
    void ownFilesKept()?.then(() => { if (isHere) setKept(true); });
    return () => { isHere = false; };
  }, []);
  return areKept;
}
