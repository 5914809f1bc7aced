import type { WebContents } from 'electron';
import { heldIf, type Measure } from './measure.ts';

/** How arming each page went, or is going. */
const arming = new WeakMap<WebContents, Promise<boolean>>();

export const fileDialogs: Measure = {
  name: 'file-dialogs',
  why: 'Electron has no way to refuse `<input type=file>`; its dialog is a file browser (electron#32671, security.md 0.3).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      // Once there is a document: before that, the commands are never answered (security.md 17, traps).
      const start = (): void => void arming.set(page, arm(page));
      page.on('did-navigate', start);
      page.on('dom-ready', start);
    });
  },
  check: async ({ page }) => heldIf((await arming.get(page)) === true && page.debugger.isAttached()),
};

/** Intercepted choosers are answered by nobody: to the page it looks as if the person had not chosen yet. */
async function arm(page: WebContents): Promise<boolean> {
  if (page.isDestroyed()) return false;
  try {
    if (!page.debugger.isAttached()) page.debugger.attach('1.3');
    await page.debugger.sendCommand('Page.enable');
    await page.debugger.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true });
    return true;
  } catch {
    // The page went away meanwhile, or could not be armed: the check says which.
    return false;
  }
}
