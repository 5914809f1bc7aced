import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line of a PDF's own contents: its words, how deep it stands, and its page from 1. */
export type OutlineLine = { readonly title: string; readonly depth: number; readonly page: number };

/** Most lines and deepest level shown; a broken file may have an outline without end. */
const MOST_LINES = 500;
const DEEPEST = 6;

type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** Reads the contents of a PDF. Lines that lead nowhere, or out of the file, are left out. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<readonly OutlineLine[]> {
  // The types say that there always is one; there is not.
  const outline = (await pdf.getOutline()) as readonly Node[] | null;
  const lines: OutlineLine[] = [];
  const walk = async (nodes: readonly Node[], depth: number): Promise<void> => {
    for (const node of nodes) {
      if (lines.length >= MOST_LINES) return;
      const page = await pageOf(pdf, node.dest);
      if (page !== undefined && node.title.trim() !== '') lines.push({ title: node.title.trim().slice(0, 200), depth, page });
      if (depth < DEEPEST) await walk(node.items as readonly Node[], depth + 1);
    }
  };
  await walk(outline ?? [], 0);
  return lines;
}

async function pageOf(pdf: PDFDocumentProxy, wanted: Node['dest']): Promise<number | undefined> {
  try {
    const target: unknown = Array.isArray(wanted) ? wanted[0] : typeof wanted === 'string' ? (await pdf.getDestination(wanted))?.[0] : undefined;
    if (typeof target === 'number') return Math.min(target + 1, pdf.numPages);
    return isReference(target) ? (await pdf.getPageIndex(target)) + 1 : undefined;
  } catch {
    return undefined;
  }
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}
