import { PACK_VIEW_GONE, PACK_VIEW_TOO_LARGE, packFileRequestSchema, type PackFileReply, type PackFileRequest, type PackViewEnd } from '#protocol/shell/bridge.ts';
import { indexPackFiles, type FindFile, type PackFiles } from './index-pack-files.ts';

/** Where the bytes come from: the tablet database, by hash. */
export type LoadFile = (sha256: string) => Promise<Blob | undefined>;

/**
 * Answers a pack's origin over a port (architecture, decision 5): the app page is the pack's file server. Only paths of
 * the verified index are answered with bytes, with the type that was signed (PACK-31); the index is the one the pack was opened
 * with, so a new version arriving meanwhile changes nothing (PACK-30). `onGone` is called when the shell says that the
 * view's process ended, and why. Returns a function that stops it.
 */
export function servePackFiles(port: MessagePort, files: PackFiles, loadFile: LoadFile, onGone: (end: PackViewEnd) => void): () => void {
  const find = indexPackFiles(files);
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.data === PACK_VIEW_GONE) onGone('gone');
    if (event.data === PACK_VIEW_TOO_LARGE) onGone('too-large');
    const request = packFileRequestSchema.safeParse(event.data);
    if (!request.success) return;
    void answerFileRequest(request.data, find, loadFile).then((reply) => {
      // Copied, not transferred: Electron's end of a port gets nothing at all of a message with a transferred buffer.
      port.postMessage(reply);
    });
  };
  port.addEventListener('message', onMessage);
  port.start();
  return () => {
    port.removeEventListener('message', onMessage);
    port.close();
  };
}

/** The answer to one request; ranges as RFC 9110 section 14, one range only. */
export async function answerFileRequest(request: PackFileRequest, find: FindFile, loadFile: LoadFile): Promise<PackFileReply> {
  const entry = find(request.path);
  const blob = entry === undefined ? undefined : await loadFile(entry.sha256);
  if (entry === undefined || blob === undefined) return { request: request.request, status: 404 };
  if (request.range === undefined) return { request: request.request, status: 200, type: entry.type, size: blob.size, body: await blob.arrayBuffer() };
  const { from } = request.range;
  const to = Math.min(request.range.to ?? blob.size - 1, blob.size - 1);
  if (from > to) return { request: request.request, status: 416, size: blob.size };
  return { request: request.request, status: 206, type: entry.type, size: blob.size, from, to, body: await blob.slice(from, to + 1).arrayBuffer() };
}
