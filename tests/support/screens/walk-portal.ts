import type { Page } from '@playwright/test';
import { finishCertificateNumber } from '#protocol/education/certificate.ts';
import type { Prison } from '../prison-in-a-box.ts';
import type { ScreenLanguage, Stop, Walk } from './stop.ts';

/** Every screen of the family portal, on a desk's window; the phone is in portal.spec.ts. */
export async function* walkPortal(prison: Prison): Walk {
  const mother = await prison.mother();
  const { page } = mother;
  await page.setViewportSize({ width: 1280, height: 800 });
  const stop = (name: string): Stop => ({ program: 'portal', name, page, speak: (language) => speak(page, language) });
  yield stop('welcome');
  const welcome = page.url();
  await page.goto(new URL('/#/certificate', welcome).href);
  await page.getByLabel('Certificate number').fill(finishCertificateNumber('BCDFGHJKMNPQRT'));
  await page.getByLabel('Surname on the certificate').fill('Morgan');
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.getByRole('alert').or(page.getByRole('status')).first().waitFor();
  yield stop('certificate');
  await page.goto(welcome);
  await mother.join(mother.code);
  yield stop('people');
  await mother.openThread();
  yield stop('thread');
  await page.getByRole('link', { name: /^Write to/ }).click();
  await page.getByLabel('Your message').waitFor();
  yield stop('write');
  await mother.reply('The garden is full of apples. Well done with the course!');
  yield stop('handed-in');
}

/** The look is this browser's own, so a reload at the same place shows it in another language. */
async function speak(page: Page, language: ScreenLanguage): Promise<void> {
  await page.evaluate((code) => { localStorage.setItem('throughline-portal-look', `${code} 100`); }, language.code);
  await page.reload();
  await page.locator(`html[lang=${language.code}] main h1`).waitFor();
}
