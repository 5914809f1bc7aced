import { fail, ok, type Result } from '#protocol/result.ts';

/** What is to know of a PDF before a tablet opens it. */
export type OpenedPdf = {
  readonly pages: number;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly language: string | undefined;
  readonly attachments: readonly string[];
  readonly hasScripts: boolean;
  readonly hasForms: boolean;
};

/**
 * Opens a PDF with the very library the tablet shows it with, runs nothing of it and draws nothing. Refuses one that is
 * damaged, has no page, or is locked with a password. The library is heavy, so it is loaded when a PDF comes.
 */
export async function openPdf(bytes: Buffer): Promise<Result<OpenedPdf, { readonly code: 'locked' | 'damaged' }>> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    await pdf.getPage(1);
    const { info } = await pdf.getMetadata();
    const said = info as Readonly<Record<string, unknown>>;
    const attachments = (await pdf.getAttachments()) as Readonly<Record<string, unknown>> | null;
    return ok({
      pages: pdf.numPages,
      title: wordsOf(said['Title']),
      author: wordsOf(said['Author']),
      language: wordsOf(said['Language']),
      attachments: Object.keys(attachments ?? {}),
      hasScripts: (await pdf.getJSActions()) !== null,
      hasForms: said['IsAcroFormPresent'] === true,
    });
  } catch (error) {
    return fail({ code: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' });
  } finally {
    await task.destroy();
  }
}

function wordsOf(said: unknown): string | undefined {
  const words = typeof said === 'string' ? said.trim() : '';
  return words === '' ? undefined : words;
}
