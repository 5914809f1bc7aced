import type { StageFile } from './player-stage.ts';

/** A small book of our own making: three chapters in English, or in Arabic and read from the right. `leaveOut` takes a chapter's file away. */
export function makeBook(options: { readonly language?: 'en' | 'ar'; readonly leaveOut?: number; readonly scripts?: boolean } = {}): Map<string, StageFile> {
  const language = options.language ?? 'en';
  const words = WORDS[language];
  const files = new Map<string, StageFile>();
  const put = (name: string, type: string, text: string) => files.set(`content/book/${name}`, { type, bytes: Buffer.from(text) });
  const numbers = [1, 2, 3];
  put('package.opf', 'application/oebps-package+xml', `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">book</dc:identifier><dc:title>${words.title}</dc:title><dc:language>${language}</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${numbers.map((n) => `<item id="c${n}" href="text/chapter%20${n}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest>
<spine${language === 'ar' ? ' page-progression-direction="rtl"' : ''}>${numbers.map((n) => `<itemref idref="c${n}"/>`).join('')}</spine></package>`);
  put('nav.xhtml', 'application/xhtml+xml', page(language, words.title, `<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>${numbers.map((n) => `<li><a href="text/chapter%20${n}.xhtml">${words.chapter} ${n}</a></li>`).join('')}</ol></nav>`));
  put('text/book.css', 'text/css', 'p { margin: 0 0 12px; font-size: 16px } h1 { color: #7a1f1f } @font-face { font-family: X; src: url(x.woff2) }');
  for (const n of numbers) {
    if (n === options.leaveOut) continue;
    const body = `<h1>${words.chapter} ${n}</h1>${Array.from({ length: 30 }, (_, at) => `<p style="text-indent:1em">${words.sentence(n, at)}</p>`).join('')}<p><a href="chapter%20${n === 3 ? 1 : n + 1}.xhtml">${words.on}</a> <a href="https://example.com/">out</a></p>`;
    const script = options.scripts === true ? '<script>document.title="RAN";parent.ran=true;</script>' : '';
    put(`text/chapter ${n}.xhtml`, 'application/xhtml+xml', page(language, `${words.chapter} ${n}`, body + (options.scripts === true ? '<p onclick="parent.ran=true" id="trap">trap</p>' : ''), `<link rel="stylesheet" href="book.css"/>${script}`));
  }
  return files;
}

/** Where the book begins. */
export const BOOK_ENTRY = 'content/book/package.opf';

const WORDS = {
  en: { title: 'A small book', chapter: 'Chapter', on: 'Go on', sentence: (n: number, at: number) => `Sentence ${at} of chapter ${n}. The river runs past the mill and under the old stone bridge, where the heron waits for fish.${n === 2 && at === 20 ? ' Here lies the golden kéy.' : ''}` },
  ar: { title: 'كتاب صغير', chapter: 'الفصل', on: 'تابع', sentence: (n: number, at: number) => `الجملة ${at} من الفصل ${n}. يجري النهر بجانب الطاحونة وتحت الجسر الحجري القديم حيث ينتظر مالك الحزين السمك.` },
};

function page(language: string, title: string, body: string, head = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
}
