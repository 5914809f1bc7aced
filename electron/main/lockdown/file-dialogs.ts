import type { WebContents } from 'electron';
import { heldIf, type Measure } from './measure.ts';

const armed = new WeakSet<WebContents>();

export const fileDialogs: Measure = {
  name: 'file-dialogs',
  why: 'Electron has no way to refuse `<input type=file>`; its dialog is a file browser (electron#32671, security.md 0.3).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      // Once there is a document: before that, the commands are never answered (security.md 17, traps).
      page.on('did-navigate', () => void arm(page));
      page.on('dom-ready', () => void arm(page));
    });
  },
  check: async ({ page }) => {
    await arm(page);
    return heldIf(armed.has(page) && page.debugger.isAttached());
  },
};

/** Intercepted choosers are answered by nobody: to the page it looks as if the person had not chosen yet. */
async function arm(page: WebContents): Promise<void> {
  if (page.isDestroyed()) return;
  try {
    if (!page.debugger.isAttached()) page.debugger.attach('1.3');
    await page.debugger.sendCommand('Page.enable');
    await page.debugger.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true });
    armed.add(page);
  } catch {
    // The page went away meanwhile, or could not be armed: the check says which.
    armed.delete(page);
  }
}
