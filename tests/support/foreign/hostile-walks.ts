import type { Tablet } from '../prison-in-a-box.ts';
import { leaveItem, openItem } from './foreign-story.ts';
import { HOSTILE } from './hostile-items.ts';

/** A lesson that loops for ever is said to have stopped, the app answers meanwhile, and it can be closed. */
export async function loopIsClosed(tablet: Tablet): Promise<void> {
  await tablet.openCourse(HOSTILE);
  await tablet.page().getByRole('button', { name: /^Loops for ever/ }).click();
  await tablet.page().getByRole('heading', { name: 'This lesson has stopped' }).waitFor({ timeout: 60_000 });
  await tablet.page().getByText('Your work up to now is saved.').waitFor();
  await tablet.page().getByRole('button', { name: 'Close the lesson' }).click();
  await tablet.page().getByRole('heading', { level: 1, name: HOSTILE }).waitFor();
}

/** A page tries every way out; the names of those that opened, as JSON. */
export async function waysOutOpened(tablet: Tablet): Promise<unknown> {
  const page = await openItem(tablet, HOSTILE, 'Ways out');
  await page.sees('tried everything');
  const opened = await page.evaluate('document.getElementById("result")?.textContent');
  await leaveItem(tablet, HOSTILE);
  return opened;
}

/** A page sends its own frame away: the lesson is said not to open, and the course is still there. */
export async function pageSentAway(tablet: Tablet): Promise<void> {
  const page = await openItem(tablet, HOSTILE, 'Sends itself away');
  await page.press('Go away');
  await page.sees('could not be opened');
  await leaveItem(tablet, HOSTILE);
}

/** A press on a supplier's file field opens no dialog: a dialog would end the program, and the lesson with it. */
export async function fileFieldIsHeld(tablet: Tablet): Promise<void> {
  const page = await openItem(tablet, HOSTILE, 'Asks for a file');
  await page.press('Choose a file');
  await page.sees('Two seconds later');
  await leaveItem(tablet, HOSTILE);
}
