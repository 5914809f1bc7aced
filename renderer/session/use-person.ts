import type { Person } from './person.ts';
import { useSession } from './session-store.ts';

/** The signed-in person. Throws where nobody is: a screen that needs one was shown to the start screen, which is a bug. */
export function usePerson(): Person {
  const session = useSession((store) => store.session);
  if (session.state !== 'signed-in') throw new Error('This screen needs somebody signed in');
  return session.person;
}
