import { TextLayer, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef } from 'react';

type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  /** CSS pixels for each point of the PDF. */
  readonly scale: number;
  readonly label: string;
};

/** One page: its picture, and over it the words themselves, to be chosen by a finger and read by a screen reader. */
export function PdfPage({ pdf, number, scale, label }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = sheet.current;
    if (here === null) return;
    const drawing = drawPage(pdf, number, scale, here);
    return () => { drawing.stop(); };
  }, [pdf, number, scale]);
  return <div ref={sheet} className="pdf-sheet" role="group" aria-label={label} />;
}

/** Draws into the sheet; `stop` gives back the picture's memory. */
function drawPage(pdf: PDFDocumentProxy, number: number, scale: number, sheet: HTMLElement): { readonly stop: () => void } {
  const canvas = document.createElement('canvas');
  const text = document.createElement('div');
  text.className = 'textLayer';
  canvas.setAttribute('aria-hidden', 'true');
  let task: RenderTask | undefined;
  let layer: TextLayer | undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    task?.cancel();
    layer?.cancel();
    canvas.width = 0;
    canvas.height = 0;
    canvas.remove();
    text.remove();
  };
  async function draw() {
    const page = await pdf.getPage(number);
    if (stopped) return;
    const viewport = page.getViewport({ scale });
    const sharp = Math.min(2, window.devicePixelRatio);
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    sheet.style.setProperty('--total-scale-factor', String(scale));
    sheet.style.setProperty('--scale-round-x', '1px');
    sheet.style.setProperty('--scale-round-y', '1px');
    sheet.style.inlineSize = `${String(Math.floor(viewport.width))}px`;
    sheet.style.blockSize = `${String(Math.floor(viewport.height))}px`;
    sheet.replaceChildren(canvas, text);
    task = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
    await task.promise;
    layer = new TextLayer({ textContentSource: page.streamTextContent({ includeMarkedContent: true }), container: text, viewport });
    await layer.render();
    sheet.dataset['drawn'] = 'yes';
    page.cleanup();
  }
  // Turning on before a page is drawn cancels it; that is no fault, and a broken page stays white.
  draw().catch(() => undefined);
  return { stop };
}
