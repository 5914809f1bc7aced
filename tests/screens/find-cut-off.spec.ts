import { expect, test, type Page } from '@playwright/test';
import { findCutOff } from '../support/screens/find-cut-off.ts';

/** What is found of a page whose letters are twice as large at a text size of 200. */
async function foundOn(page: Page, body: string): Promise<readonly string[]> {
  await page.setContent(`<!doctype html><html lang="en" data-text-size="100"><title>Page</title>
    <style>body { margin: 0; } :root[data-text-size='200'] { font-size: 200%; } ${BUTTON}</style><main>${body}</main></html>`);
  const found = await findCutOff(page);
  expect(await page.evaluate(() => document.documentElement.dataset['textSize']), 'the text is as it was').toBe('100');
  return found;
}

const BUTTON = 'button { font: 1rem/1.2 sans-serif; padding: 0; border: 0; }';
const WORDS = 'Keep this one';

test('a page that has room for large words has no fault', async ({ page }) => {
  expect(await foundOn(page, `<button>${WORDS}</button><a href="#x">Back</a><label>Name <input></label>`)).toEqual([]);
});

test('a button that is too narrow for its words at twice their size is found', async ({ page }) => {
  expect(await foundOn(page, `<button style="inline-size: 7rem; max-inline-size: 120px; white-space: nowrap">${WORDS}</button>`)).toEqual([expect.stringMatching(/^cut off: <button/)]);
});

test('a button that is too low for its lines is found', async ({ page }) => {
  expect(await foundOn(page, `<button style="block-size: 24px; inline-size: 130px">${WORDS}</button>`)).toEqual([expect.stringMatching(/^cut off: <button/)]);
});

test('a button that something around it cuts off is found', async ({ page }) => {
  expect(await foundOn(page, `<div style="overflow: hidden; block-size: 24px">line<br><button>${WORDS}</button></div>`)).toEqual([expect.stringMatching(/^cut off: <button/)]);
});

test('a page that has to be moved sideways is found', async ({ page }) => {
  expect(await foundOn(page, `<p style="inline-size: 50rem; background: silver">${WORDS}</p>`)).toEqual(['the page is 1600 px wide in a window of 1280']);
});

test('what is scrolled to, and what only a screen reader reads, is no fault', async ({ page }) => {
  const hidden = '.ui-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; }';
  expect(await foundOn(page, `<style>${hidden}</style><div style="overflow: auto; block-size: 60px">${'line<br>'.repeat(20)}<button>${WORDS}</button></div><button>Go<span class="ui-hidden"> to the next</span></button>`)).toEqual([]);
});
