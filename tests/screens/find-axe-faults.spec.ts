import { expect, test, type Page } from '@playwright/test';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';

/** What is forgiven of a page and its frames: too much of that, and no other test sees a page without its main part. */
async function rulesBroken(page: Page, outside: string, inside: string): Promise<readonly string[]> {
  const whole = (body: string) => `<!doctype html><html lang="en"><title>Page</title><body>${body}</body></html>`;
  const frame = `<iframe title="Lesson" srcdoc="${whole(inside).replaceAll('"', '&quot;')}"></iframe>`;
  await page.setContent(whole(outside.replace('FRAME', frame)));
  await expect(page.frameLocator('iframe').locator('p')).toBeVisible();
  return (await findAxeFaults(page)).map((fault) => fault.split(' ')[0] ?? '');
}

test('a page without a main part is at fault, although its frame has one', async ({ page }) => {
  expect(await rulesBroken(page, '<header><h1>Courses</h1></header>FRAME', '<main><h1>Lesson</h1><p>Words</p></main>')).toContain('landmark-one-main');
});

test('a page has its first heading in a frame that shows the lesson with its own', async ({ page }) => {
  expect(await rulesBroken(page, '<main>FRAME</main>', '<main><h1>Lesson</h1><p>Words</p></main>')).toEqual([]);
});

test('a heading in a frame that nobody sees counts for nobody', async ({ page }) => {
  await page.setContent('<!doctype html><html lang="en"><title>Page</title><main><p>Words</p><iframe title="Files" hidden srcdoc="<h1>Files</h1>"></iframe></main></html>');
  await expect(page.frameLocator('iframe').locator('h1')).toBeAttached();
  expect((await findAxeFaults(page)).map((fault) => fault.split(' ')[0])).toEqual(['page-has-heading-one']);
});

test('a frame needs no first heading and no main part of its own where the page around it has them', async ({ page }) => {
  expect(await rulesBroken(page, '<main><h1>Courses</h1>FRAME</main>', '<p>Words</p>')).not.toContain('page-has-heading-one');
  expect(await rulesBroken(page, '<main><h1>Courses</h1>FRAME</main>', '<p>Words</p>')).not.toContain('landmark-one-main');
});

test('a frame is not forgiven by another that stands beside it', async ({ page }) => {
  const lesson = '<!doctype html><html lang=en><title>Lesson</title><main><h1>Lesson</h1></main></html>';
  await page.setContent(`<!doctype html><html lang="en"><title>Page</title><main><iframe title="Lesson" srcdoc="${lesson}"></iframe><iframe title="Other" srcdoc="<!doctype html><html lang=en><title>Other</title><p>Words</p></html>"></iframe></main></html>`);
  await expect(page.frameLocator('iframe >> nth=0').locator('h1')).toBeVisible();
  await expect(page.frameLocator('iframe >> nth=1').locator('p')).toBeVisible();
  const broken = (await findAxeFaults(page)).map((fault) => fault.split(' ')[0]);
  expect(broken.filter((rule) => rule === 'page-has-heading-one')).toHaveLength(1);
  expect(broken).not.toContain('landmark-one-main');
});

test('where neither page nor frame has them, both are at fault', async ({ page }) => {
  const broken = await rulesBroken(page, '<header><p>Courses</p></header>FRAME', '<p>Words</p>');
  expect(broken.filter((rule) => rule === 'landmark-one-main')).toHaveLength(2);
  expect(broken.filter((rule) => rule === 'page-has-heading-one')).toHaveLength(2);
});
