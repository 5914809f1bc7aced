import type { Page } from '@playwright/test';

/**
 * What does not fit a page when its text is twice as large (WCAG 1.4.4, 1.4.10): a line for the page where it would have to
 * be moved sideways, and one for each control whose words stand outside of it or of what holds it. The text is as it was
 * when this resolves. What is below is reached by scrolling down, and is no fault.
 */
export async function findCutOff(page: Page): Promise<readonly string[]> {
  const before = await page.evaluate(async () => {
    const { textSize } = document.documentElement.dataset;
    document.documentElement.dataset['textSize'] = '200';
    // What watches its size (the charts) draws itself anew in the next picture, and is measured in the one after.
    for (let pictures = 0; pictures < 3; pictures += 1) await new Promise(requestAnimationFrame);
    return textSize;
  });
  const found = await page.evaluate(cutOffHere);
  await page.evaluate((size) => { document.documentElement.dataset['textSize'] = size; }, before);
  return found;
}

/** Runs in the page. */
function cutOffHere(): readonly string[] {
  const root = document.documentElement;
  /** Pixels that a letter's slope may reach beyond its box; above and below it is the room for accents that few letters use. */
  const SLACK = 2;
  const ACCENTS = 1 / 8;
  const faults = root.scrollWidth > root.clientWidth ? [`the page is ${String(root.scrollWidth)} px wide in a window of ${String(root.clientWidth)}`] : [];
  const controls = 'button, a[href], summary, select, input, textarea, [role=button], label:has(input)';
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    if (control.closest('.ui-hidden, .ui-skip-link') !== null || !control.checkVisibility()) continue;
    const isOut = [control.getBoundingClientRect(), ...linesOf(control)].some((box) => box.width > 0 && reachesOut(control, box));
    if (isOut) faults.push(`cut off: ${control.outerHTML.slice(0, 300)}`);
  }
  return faults;

  /** Where each line of its words stands. */
  function linesOf(control: HTMLElement): readonly DOMRect[] {
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    const lines: DOMRect[] = [];
    while (walker.nextNode() !== null) {
      if (walker.currentNode.parentElement?.closest('.ui-hidden, option, textarea') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      lines.push(...range.getClientRects());
    }
    return lines;
  }

  /** Whether it reaches out of the control, of the window at a side, or of anything around it that cuts off. */
  function reachesOut(control: HTMLElement, line: DOMRect): boolean {
    if (line.left < -SLACK || line.right > root.clientWidth + SLACK) return true;
    for (let around: HTMLElement | null = control; around !== null && around !== document.body; around = around.parentElement) {
      const cuts = getComputedStyle(around).overflow !== 'visible';
      if (around !== control && !cuts) continue;
      const box = around.getBoundingClientRect();
      if (line.left < box.left - SLACK || line.right > box.right + SLACK) return true;
      // What can be scrolled up and down shows the rest.
      const isScrolled = /auto|scroll/.test(getComputedStyle(around).overflowY);
      if (!isScrolled && (line.top < box.top - line.height * ACCENTS || line.bottom > box.bottom + line.height * ACCENTS)) return true;
    }
    return false;
  }
}
