import { replace } from './replace.ts';

/**
 * Windows and dialogues. The browser refuses them here already, and answers "no" to a question; a course that asks
 * "Go on where you left off?" or "Save before you leave?" then starts anew. So a question is answered "yes".
 */
export function shimDialogues(window: Window): void {
  replace(window, 'open', () => null);
  replace(window, 'alert', () => undefined);
  replace(window, 'confirm', () => true);
  replace(window, 'prompt', () => null);
  replace(window, 'print', () => undefined);
}
