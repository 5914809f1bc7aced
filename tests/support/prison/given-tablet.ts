import type { Prison, Tablet } from '../prison-in-a-box.ts';
import type { Prisoner } from './prisoner.ts';

/** A new tablet, set up, at which this person has signed in for the first time and has met the prison. */
export async function givenTablet(prison: Prison, person: Prisoner, kind: 'browser' | 'kiosk' = 'browser'): Promise<Tablet> {
  const tablet = await prison.tablet(kind);
  await tablet.enrol(tablet.enrolmentCode);
  await tablet.firstSignIn(person, tablet.slipOf(person));
  await tablet.handOverAll();
  return tablet;
}

/**
 * The same, closed once in good order and opened again. Chromium writes a new cookie, the tablet's credential, and what its
 * service worker keeps in its own time; when it is closed it does so at once, and a power cut loses neither.
 */
export async function settledTablet(prison: Prison, person: Prisoner, kind: 'browser' | 'kiosk' = 'browser'): Promise<Tablet> {
  const tablet = await givenTablet(prison, person, kind);
  await tablet.stop();
  await tablet.start();
  await tablet.signIn(person);
  return tablet;
}
