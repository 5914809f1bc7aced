import type { Page } from '@playwright/test';
import type { Attack } from './attacks.ts';
import type { Canaries } from './canaries.ts';

/** Runs an attack in a page, after a real press where it needs one. Returns what it returned, or the error's name. */
export async function runAttack(page: Page, attack: Attack, canaries: Canaries): Promise<unknown> {
  if (attack.gesture === true) await pressButton(page);
  const script = `(async () => { const port = ${String(canaries.tcpPort)}, udpPort = ${String(canaries.udpPort)}; ${attack.body} })()
    .then((value) => value, (cause) => 'threw ' + cause.name)`;
  const patience = new Promise((resolve) => setTimeout(() => resolve('no answer'), 4000));
  // A refused frame makes Playwright think that the page went away; the marks of the tests say whether it did.
  return Promise.race([page.evaluate(script).catch((cause: unknown) => String(cause)), patience]);
}

/** A real press. Playwright's own click waits for navigations that the shell has refused and that never end for it. */
async function pressButton(page: Page): Promise<void> {
  const at = await page.evaluate(() => {
    const { x, y } = document.getElementById('button')?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return { x: x + 5, y: y + 5 };
  });
  await page.mouse.click(at.x, at.y);
}
