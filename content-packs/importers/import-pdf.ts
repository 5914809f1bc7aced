import { ok } from '#protocol/result.ts';
import { CONTENT_FOLDER } from './carry-content.ts';
import { refuse, type NotCarried } from './import-report.ts';
import type { Importer, Supplied } from './importer.ts';
import { openPdf, type OpenedPdf } from './open-pdf.ts';
import { readLanguage } from './read-language.ts';
import { slugOf } from './slug-of.ts';

/** A page of text takes somebody with a reading age of nine about two minutes. */
const MINUTES_A_PAGE = 2;
const HEAD_BYTES = 1024;

/** One PDF document, known by its bytes and opened once to see that a tablet can. */
export const importPdf: Importer = {
  kind: 'pdf',
  recognises: async (supplied) => {
    if (!supplied.isOneFile) return false;
    const [name = ''] = supplied.files.keys();
    return /\.pdf$/i.test(name) || (await hasPdfHead(supplied, name));
  },
  importCourse: async (supplied, out) => {
    const [name = ''] = supplied.files.keys();
    const file = supplied.files.get(name);
    if (!file || !(await hasPdfHead(supplied, name)))
      return refuse(
        'not-what-it-says',
        `“${supplied.name}” is not a PDF, whatever it is called; save it as PDF again.`,
      );
    const opened = await openPdf(await supplied.readBytes(name));
    if (!opened.ok) {
      return opened.error.code === 'locked'
        ? refuse('not-playable', `“${supplied.name}” is locked with a password; save a copy without one.`)
        : refuse('description-broken', `“${supplied.name}” is damaged and cannot be opened; save it as PDF again.`);
    }
    const bare = supplied.name.replace(/\.pdf$/i, '');
    const title = (opened.value.title ?? bare).slice(0, 300);
    const entry = `${CONTENT_FOLDER}/${slugOf(bare) || 'document'}.pdf`;
    await out.carry(file, entry);
    const language = readLanguage(opened.value.language);
    return ok({
      title,
      languages: [language ?? 'en'],
      languageSaid: language !== undefined,
      attribution: opened.value.author === undefined ? undefined : [opened.value.author],
      items: [
        {
          id: title,
          kind: 'pdf',
          title,
          minutes: Math.max(1, opened.value.pages * MINUTES_A_PAGE),
          completion: { rule: 'viewed' },
          entry,
          folder: CONTENT_FOLDER,
        },
      ],
      carried: [`${opened.value.pages} ${opened.value.pages === 1 ? 'page' : 'pages'}`],
      notCarried: notCarriedOf(opened.value),
    });
  },
};

/** Readers look for the mark within the first kibibyte, because mail programs put lines before it. */
async function hasPdfHead(supplied: Supplied, name: string): Promise<boolean> {
  return (await supplied.readHead(name, HEAD_BYTES)).includes('%PDF-');
}

function notCarriedOf({ attachments, hasScripts, hasForms }: OpenedPdf): readonly NotCarried[] {
  return [
    ...attachments.map((one) => ({ what: `The file “${one}” inside the PDF`, why: 'A tablet shows the pages alone.' })),
    ...(hasScripts ? [{ what: 'Programs in the PDF', why: 'They are never run on a tablet.' }] : []),
    ...(hasForms ? [{ what: 'Form fields', why: 'They are shown; what is written into them is not kept.' }] : []),
  ];
}
