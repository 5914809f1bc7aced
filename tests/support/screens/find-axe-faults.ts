import type { Frame, Page } from '@playwright/test';
import type axeCore from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA and what axe thinks good beyond it (law 9). */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const HEADING = 'page-has-heading-one';
/** Rules of a whole page, which a frame within it meets by what the page around it has. */
const ONCE_FOR_ALL = [HEADING, 'landmark-one-main'];

/**
 * What axe finds on a page as it is shown now: a line for each element, with the rule it breaks. Each frame is judged as
 * a page of its own. `leaveOut` are selectors of what others made, such as a book's own text, and of what stands in it.
 * Axe's own runner for browsers gives a frame one second to take its script and then leaves it out without a word, which
 * a busy machine turns into a screen that was never looked at.
 */
export async function findAxeFaults(page: Page, leaveOut: readonly string[] = []): Promise<readonly string[]> {
  const judged = new Map<Frame, readonly string[]>();
  for (const frame of page.frames()) {
    try {
      if (await isToBeJudged(frame, leaveOut)) judged.set(frame, await faultsOf(frame, leaveOut));
    } catch (cause) {
      // One that went away meanwhile is not shown any more; the browser says so before Playwright's own list does.
      if (!frame.isDetached() && !String(cause).includes('has been detached')) throw cause;
    }
  }
  return [...judged].flatMap(([frame, faults]) => faults.filter((fault) => !isMetElsewhere(fault, frame, judged)));
}

/**
 * A page and its frames are read as one. What the page around them has is there for its frames; a frame gives the page
 * its first heading, where a lesson has its own, but never the main part: that is the page's to have.
 */
function isMetElsewhere(fault: string, frame: Frame, judged: ReadonlyMap<Frame, readonly string[]>): boolean {
  const rule = ONCE_FOR_ALL.find((one) => breaks(fault, one));
  if (rule === undefined) return false;
  const meets = (other: Frame) => judged.get(other)?.some((one) => breaks(one, rule)) === false;
  if (frame.parentFrame() !== null) return meets(frame.page().mainFrame());
  return rule === HEADING && [...judged.keys()].some(meets);
}

function breaks(fault: string, rule: string): boolean {
  return fault.startsWith(`${rule} at `);
}

/** Hidden frames work for the page (they keep a pack's files) and are seen by nobody. */
async function isToBeJudged(frame: Frame, leaveOut: readonly string[]): Promise<boolean> {
  const above = frame.parentFrame();
  if (above === null) return true;
  const owner = await frame.frameElement();
  if (!(await owner.isVisible())) return false;
  const isOthers = await owner.evaluate((element, selectors) => selectors.some((selector) => (element as Element).closest(selector) !== null), [...leaveOut]);
  return !isOthers && (await isToBeJudged(above, leaveOut));
}

async function faultsOf(frame: Frame, leaveOut: readonly string[]): Promise<readonly string[]> {
  // A page that stays keeps it: it is large, and read anew each time.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  return frame.evaluate(
    async ({ tags, selectors }) => {
      const { axe } = window as unknown as { readonly axe: typeof axeCore };
      const present = selectors.filter((selector) => document.querySelector(selector) !== null);
      const { violations } = await axe.run({ include: [['html']], exclude: present.map((selector) => [selector]) }, { runOnly: tags, resultTypes: ['violations'], iframes: false });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.html}`));
    },
    { tags: TAGS, selectors: [...leaveOut] },
  );
}
