import { useLiveQuery } from 'dexie-react-hooks';
import { usePerson } from '../session/use-person.ts';
import { loadRecovery, type Recovery } from './recovery-queries.ts';

/** How the signed-in person stands with recovery sheets; undefined while the first answer is on its way. */
export function useRecovery(): Recovery | undefined {
  const { database } = usePerson();
  return useLiveQuery(() => loadRecovery(database), [database]);
}
