import type { MessagePortMain } from 'electron';
import {
  PACK_VIEW_GONE,
  PACK_VIEW_TOO_LARGE,
  packFileReplySchema,
  type PackFileReply,
  type PackFileRequest,
  type PackViewEnd,
} from '#protocol/shell/bridge.ts';

/** Asks the tablet's page for a file of the open pack. A silent page counts as "not there". */
export type PackFileSource = {
  readonly ask: (path: string, range?: PackFileRequest['range']) => Promise<PackFileReply>;
  /** Tells the page that the view's process is gone, and why, so that it can say so to the person. */
  readonly tellGone: (end: PackViewEnd) => void;
  /** Answers all who still wait with "not there", and closes the port. */
  readonly close: () => void;
};

/** A page that takes longer has lost the request; 256 MB took 1.8 s (security.md, decisions). */
const PATIENCE_MS = 30_000;

type Waiting = { readonly answer: (reply: PackFileReply) => void; readonly timer: NodeJS.Timeout };

/** Creates the source over main's end of the files port. */
export function createPackFileSource(
  port: Pick<MessagePortMain, 'on' | 'start' | 'postMessage' | 'close'>,
): PackFileSource {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const settle = (reply: PackFileReply): void => {
    const one = waiting.get(reply.request);
    waiting.delete(reply.request);
    clearTimeout(one?.timer);
    one?.answer(reply);
  };
  port.on('message', ({ data }) => {
    const reply = packFileReplySchema.safeParse(data);
    if (reply.success) settle(reply.data);
  });
  port.start();
  return {
    ask: (path, range) => {
      last += 1;
      const request = last;
      return new Promise((answer) => {
        const timer = setTimeout(() => settle({ request, status: 404 }), PATIENCE_MS);
        waiting.set(request, { answer, timer });
        port.postMessage({ request, path, ...(range === undefined ? {} : { range }) });
      });
    },
    tellGone: (end) => port.postMessage(end === 'gone' ? PACK_VIEW_GONE : PACK_VIEW_TOO_LARGE),
    close: () => {
      for (const request of [...waiting.keys()]) settle({ request, status: 404 });
      port.close();
    },
  };
}
