import { readFile } from 'node:fs/promises';
import { heldIf, type Measure } from './measure.ts';

export const sandbox: Measure = {
  name: 'sandbox',
  why: 'A renderer that is taken over must meet the kernel: no files, no processes, no network (security.md 4.1 items 2-4).',
  // `app.enableSandbox()` stands at the head of start.ts, the page's preferences in page-preferences.ts.
  apply: () => undefined,
  check: async ({ page }) => {
    const preferences = (
      page as { getLastWebPreferences?: () => Electron.WebPreferences | null }
    ).getLastWebPreferences?.();
    const isIsolated =
      preferences?.sandbox !== false &&
      preferences?.contextIsolation !== false &&
      preferences?.nodeIntegration !== true;
    return heldIf(isIsolated && (await isFiltered(page.getOSProcessId())));
  },
};

/** The kernel's own word: system-call filter on (2), and not root. */
async function isFiltered(processId: number): Promise<boolean> {
  const status = await readFile(`/proc/${String(processId)}/status`, 'utf8').catch(() => '');
  return /^Seccomp:\s*2$/m.test(status) && !/^Uid:\s*0\s/m.test(status);
}
