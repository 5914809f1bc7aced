import type { AppFiles } from './app-files.ts';
import { SAFE_PAGE } from './page-addresses.ts';

/** Why the tablet cannot be used; shown to staff as a code. */
export const SAFE_REASONS = ['settings', 'data', 'measures', 'crashes'] as const;
export type SafeReason = (typeof SAFE_REASONS)[number];

type Words = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly what: string;
  readonly ifUnsafe: string;
  readonly steps: readonly string[];
};

/**
 * The words stand here and not with the page's texts, because this screen must come up when nothing else does.
 * Samaritans are free to call from a prison telephone; Listeners are prisoners trained by them.
 */
const WORDS: readonly Words[] = [
  {
    language: 'en',
    direction: 'ltr',
    title: 'This tablet is not working right now',
    what: 'It is not your fault. Tell an officer when you can.',
    ifUnsafe: 'If you feel unsafe, or might hurt yourself:',
    steps: ['Ring your cell bell.', 'Ask for a Listener, day or night.', 'Call Samaritans, free: 116 123.'],
  },
  {
    language: 'cy',
    direction: 'ltr',
    title: 'Nid yw’r tabled hwn yn gweithio ar hyn o bryd',
    what: 'Nid eich bai chi yw hyn. Dywedwch wrth swyddog pan allwch chi.',
    ifUnsafe: 'Os ydych chi’n teimlo’n anniogel, neu’n meddwl am niweidio’ch hun:',
    steps: [
      'Canwch gloch eich cell.',
      'Gofynnwch am Listener, ddydd neu nos.',
      'Ffoniwch y Samariaid, am ddim: 116 123.',
    ],
  },
  {
    language: 'ar',
    direction: 'rtl',
    title: 'هذا الجهاز اللوحي لا يعمل الآن',
    what: 'هذا ليس خطأك. أخبر أحد الضباط عندما تستطيع.',
    ifUnsafe: 'إذا كنت لا تشعر بالأمان، أو قد تؤذي نفسك:',
    steps: ['اضغط على جرس الزنزانة.', 'اطلب التحدث إلى Listener، ليلاً أو نهاراً.', 'اتصل بـ Samaritans مجاناً: 116 123.'],
  },
];

const STYLE = `html { font-family: 'Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Arabic', sans-serif; font-size: 125%; line-height: 1.4; color: #2a2420; background: #fbf6ee; }
body { margin: 0; padding: 1.5rem; min-height: 100vh; box-sizing: border-box; display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); align-content: center; gap: 1.25rem; }
section { background: #fff; border: 2px solid #d9cbb8; border-radius: 1rem; padding: 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin-block: 0 0.75rem; }
ol { padding-inline-start: 1.5em; font-size: 1.2rem; font-weight: 700; }
li { margin-block-end: 0.5rem; }
.reason { display: none; grid-column: 1 / -1; font-size: 1rem; margin: 0; }
.reason:target { display: block; }
`;

/** Address of the safe screen that names a reason. No script: the style sheet shows the one that the fragment names. */
export function safePage(reason: SafeReason): string {
  return `${SAFE_PAGE}#${reason}`;
}

/** The files of the safe screen, ready before anything else is. */
export function safeScreenFiles(): AppFiles {
  const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  return new Map([
    ['/safe.html', { body: utf8(document()), type: 'text/html; charset=utf-8' }],
    ['/safe.css', { body: utf8(STYLE), type: 'text/css; charset=utf-8' }],
  ]);
}

function document(): string {
  const reasons = SAFE_REASONS.map(
    (reason) =>
      `<p class="reason" id="${reason}"><span lang="en">For staff</span> · <span lang="cy">I staff</span> · <span lang="ar" dir="rtl">للموظفين</span>: <strong>${reason.toUpperCase()}</strong></p>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${WORDS[0]?.title ?? ''}</title><link rel="stylesheet" href="./safe.css"></head>
<body>
${WORDS.map(section).join('\n')}
${reasons.join('\n')}
</body>
</html>`;
}

function section(words: Words): string {
  // Kept left to right and on one line: in Arabic the two halves of the number would change places.
  const number = '<bdi dir="ltr">116&nbsp;123</bdi>';
  const steps = words.steps.map((step) => `<li>${step.replace('116 123', number)}</li>`).join('');
  return `<section lang="${words.language}" dir="${words.direction}"><h1>${words.title}</h1><p>${words.what}</p><p>${words.ifUnsafe}</p><ol>${steps}</ol></section>`;
}
