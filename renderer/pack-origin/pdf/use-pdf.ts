import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { openPdf } from './open-pdf.ts';
import { readOutline, type OutlineLine } from './read-outline.ts';

/** An opened PDF: its pages, its own contents, and the width of its first page in points. */
export type OpenedPdf = { readonly pdf: PDFDocumentProxy; readonly outline: readonly OutlineLine[]; readonly width: number };

/** Opens the PDF at `path` and closes it, worker and all, when the player goes. */
export function usePdf(path: string): OpenedPdf | 'loading' | 'failed' {
  const [opened, setOpened] = useState<OpenedPdf | 'loading' | 'failed'>('loading');
  useEffect(() => {
    const leaving = new AbortController();
    const gone = () => leaving.signal.aborted;
    let destroy: (() => void) | undefined;
    async function open() {
      const made = await openPdf(path);
      destroy = made.destroy;
      if (gone()) { made.destroy(); return; }
      const pdf = await made.task.promise;
      const first = await pdf.getPage(1);
      const width = first.getViewport({ scale: 1 }).width;
      const outline = await readOutline(pdf).catch(() => []);
      if (!gone()) setOpened({ pdf, outline, width });
    }
    open().catch(() => {
      destroy?.();
      if (!gone()) setOpened('failed');
    });
    return () => {
      leaving.abort();
      destroy?.();
    };
  }, [path]);
  return opened;
}
