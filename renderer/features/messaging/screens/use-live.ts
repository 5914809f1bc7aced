import { useLiveQuery } from 'dexie-react-hooks';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { usePerson } from '../../../session/use-person.ts';
import type { MessagingParts } from '../actions.ts';

/** A read that repeats itself when its tables change. Undefined while the first answer is on its way. */
export function useLive<Value>(query: (database: PersonDatabase) => Promise<Value>, about: readonly unknown[]): Value | undefined {
  const { database } = usePerson();
  return useLiveQuery(() => query(database), [database, ...about]);
}

/** What the actions stand on, at this moment. */
export function useMessagingParts(): () => MessagingParts {
  const { database, outbox } = usePerson();
  return () => ({ database, outbox, now: Date.now() });
}
