import { getDocument, PDFDataRangeTransport, PDFWorker, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { playerScript } from '../player-script.ts';

/** How much is asked for at a time, in bytes: 256 KiB, so that a book of a hundred pages opens after one or two answers. */
const PIECE_BYTES = 256 * 1024;

/**
 * Opens a PDF of this pack by ranges, so that a long one is never in memory whole. Takes its path. Nothing in it runs:
 * no scripts, no XFA forms, no evaluated code (content-packs.md 6.9). Rejects when it is not there or is no PDF.
 * `destroy` ends the worker too.
 */
export async function openPdf(path: string): Promise<{ readonly task: PDFDocumentLoadingTask; readonly destroy: () => void }> {
  const address = `/${path.split('/').map(encodeURIComponent).join('/')}`;
  const first = await fetch(address, { headers: { range: `bytes=0-${String(PIECE_BYTES - 1)}` } });
  if (!first.ok) throw new Error(`The file answered ${String(first.status)}`);
  const start = new Uint8Array(await first.arrayBuffer());
  const size = Number(/\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1] ?? start.length);
  const port = new Worker(playerScript(workerAddress), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const host = new URL('/__host/pdf/', location.href).href;
  const task = getDocument({
    ...(start.length >= size ? { data: start } : { range: rangesOf(address, size, start) }),
    worker,
    rangeChunkSize: PIECE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    // WebAssembly would need a hole in the policy of our page; the same decoders come as scripts.
    useWasm: false,
    wasmUrl: `${host}wasm/`,
    cMapUrl: `${host}cmaps/`,
    standardFontDataUrl: `${host}standard_fonts/`,
    useWorkerFetch: true,
    verbosity: 0,
  });
  return {
    task,
    destroy: () => {
      void task.destroy().finally(() => {
        worker.destroy();
        port.terminate();
      });
    },
  };
}

/** Hands pdf.js the pieces it asks for. */
function rangesOf(address: string, size: number, start: Uint8Array): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(size, start);
  transport.requestDataRange = (begin: number, end: number) => {
    void fetch(address, { headers: { range: `bytes=${String(begin)}-${String(end - 1)}` } })
      .then((answer) => answer.arrayBuffer())
      .then((piece) => { transport.onDataRange(begin, new Uint8Array(piece)); }, () => { transport.abort(); });
  };
  return transport;
}
