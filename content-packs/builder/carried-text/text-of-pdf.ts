import { readFile } from 'node:fs/promises';
import type { PageText } from './text-of-page.ts';

/** The words of a PDF page by page, as far as `goOn` wants more; none where it has no text, being pictures of pages. */
export async function textOfPdf(place: string, goOn: (page: PageText) => boolean): Promise<void> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(await readFile(place)), isEvalSupported: false, enableXfa: false, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS });
  try {
    const pdf = await task.promise;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      page.cleanup();
      const lines = text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '');
      if (!goOn({ title: '', lines })) return;
    }
  } catch {
    // What cannot be read is not found by its words; the checker has opened the file and says what is wrong with it.
  } finally {
    await task.destroy();
  }
}
