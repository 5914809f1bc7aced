import { fail, ok, type Result } from '#protocol/result.ts';
import { prisonerNumberSchema } from '#protocol/ids.ts';
import type { ShellPort, SignedIn } from '#protocol/shell/bridge.ts';
import { writePreference } from '../db/preference-file.ts';
import { openScreen } from './lock-store.ts';
import type { Person } from './person.ts';
import { takeUpPersonPreferences, takeUpTabletPreferences } from './preferences-store.ts';
import type { SessionFault } from './session-fault.ts';
import { useSession, type TabletIdentity } from './session-store.ts';

/** What the session screens can do. All outcomes are values; nothing here throws. */
export type SessionActions = {
  /** Asks the shell whether this tablet is enrolled. */
  readonly learnStatus: () => Promise<void>;
  readonly enrol: (code: string) => Promise<Result<null, SessionFault>>;
  readonly firstSignIn: (input: { readonly prisonerNumber: string; readonly code: string; readonly pin: string; /** Gives up the keys under the PIN that was forgotten. */ readonly forgotten?: boolean }) => Promise<Result<null, SessionFault>>;
  readonly signIn: (input: { readonly prisonerNumber: string; readonly pin: string }) => Promise<Result<null, SessionFault>>;
  /** Shows the hidden screen again, if the PIN is that of the person who is signed in. */
  readonly unlock: (pin: string) => Promise<Result<null, SessionFault>>;
  readonly signOut: () => Promise<void>;
};

/** What the actions stand on; handed in by app/. */
export type SessionDependencies = {
  readonly shell: ShellPort;
  /** Opens the person's database and outbox and starts what runs while they are here. */
  readonly openPerson: (signedIn: SignedIn, prisonerNumber: string) => Promise<Person>;
  /** Stops and closes all of it. */
  readonly closePerson: () => Promise<void>;
  /** Called when the tablet has just been enrolled. */
  readonly onEnrolled: () => void;
  /** Replaces the page, so that nothing of the person stays in memory. */
  readonly leavePage: () => void;
};

/** Signs people in and out. One for each page. */
export function createSessionActions(the: SessionDependencies): SessionActions {
  const enter = async (signedIn: SignedIn, prisonerNumber: string): Promise<void> => {
    const person = await the.openPerson(signedIn, prisonerNumber);
    await takeUpPersonPreferences(signedIn.lookup);
    openScreen();
    useSession.setState({ session: { state: 'signed-in', person } });
  };
  return {
    learnStatus: async () => { await learnStatus(the.shell); },
    enrol: (code) =>
      guarded(async () => {
        const enrolled = await the.shell.enrol({ code });
        if (!enrolled.ok) return fail(enrolled.error);
        await rememberTablet(enrolled.value.tablet);
        the.onEnrolled();
        return ok(null);
      }),
    firstSignIn: (input) =>
      guarded(async () => {
        const prisonerNumber = prisonerNumberSchema.parse(input.prisonerNumber);
        const signedIn = await the.shell.firstSignIn({ ...input, prisonerNumber });
        if (!signedIn.ok) return fail(signedIn.error);
        await enter(signedIn.value, prisonerNumber);
        return ok(null);
      }),
    signIn: (input) =>
      guarded(async () => {
        const prisonerNumber = prisonerNumberSchema.parse(input.prisonerNumber);
        const signedIn = await the.shell.signIn({ prisonerNumber, pin: input.pin });
        if (!signedIn.ok) return fail(signedIn.error);
        await enter(signedIn.value, prisonerNumber);
        return ok(null);
      }),
    unlock: (pin) => guarded(() => unlock(the.shell, pin)),
    signOut: () => signOut(the),
  };
}

async function unlock(shell: ShellPort, pin: string): Promise<Result<null, SessionFault>> {
  const { session } = useSession.getState();
  if (session.state !== 'signed-in') return fail({ code: 'unexpected' });
  const { prisonerNumber, lookup } = session.person;
  const opened = await shell.signIn({ prisonerNumber: prisonerNumberSchema.parse(prisonerNumber), pin });
  if (!opened.ok) return fail(opened.error);
  if (opened.value.lookup !== lookup) return fail({ code: 'another-person' });
  openScreen();
  return ok(null);
}

async function signOut(the: SessionDependencies): Promise<void> {
  // First out of sight: whatever happens below, nobody sees the person's screens any more.
  useSession.setState({ session: { state: 'signed-out' } });
  openScreen();
  await takeUpTabletPreferences();
  await the.closePerson();
  await the.shell.signOut();
  the.leavePage();
}

async function learnStatus(shell: ShellPort): Promise<void> {
  try {
    const { tablet } = await shell.status();
    await rememberTablet(tablet);
  } catch {
    // A shell that does not answer: the start screen still has Act now on it, and signing in says what is wrong.
    useSession.setState(({ session }) => (session.state === 'starting' ? { session: { state: 'signed-out' } } : {}));
  }
}

/** The next start shows the right first screen before the shell has answered. */
async function rememberTablet(tablet: TabletIdentity | null): Promise<void> {
  const identity = tablet === null ? null : { name: tablet.name, establishment: tablet.establishment };
  useSession.setState(({ session }) => ({
    tablet: identity,
    session: session.state === 'signed-in' ? session : { state: identity === null ? 'not-enrolled' : 'signed-out' },
  }));
  await writePreference('place', identity);
}

/** A broken shell or database is one more way not to come in, never a dead screen. */
async function guarded(action: () => Promise<Result<null, SessionFault>>): Promise<Result<null, SessionFault>> {
  try {
    return await action();
  } catch {
    return fail({ code: 'unexpected' });
  }
}
