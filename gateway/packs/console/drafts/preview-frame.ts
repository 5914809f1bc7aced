import { FILE_TYPES } from '#protocol/packs/file-list.ts';
import { type PackFileReply, packFileRequestSchema, type PackFileRequest } from '#protocol/shell/bridge.ts';
import { type AppToPlayer, PLAYER_HOST_READY, PLAYER_PORT_MESSAGE, type PlayerToApp, playerToAppSchema } from '#protocol/shell/player.ts';

type PreviewFrame = {
  readonly draftId: string;
  /** Path → type, from the draft's lists. */
  readonly types: ReadonlyMap<string, string>;
  readonly container: HTMLElement;
  /** Name of the frame for screen readers. */
  readonly title: string;
  readonly onMessage: (message: PlayerToApp) => void;
};

/**
 * Opens the very player of the tablets in an origin of the draft's own, and answers its questions for files out of the
 * draft. What the player says of progress goes to `onMessage` and nowhere else. Returns how to speak to it and close it.
 */
export function openPreviewFrame({ draftId, types, container, title, onMessage }: PreviewFrame): { readonly send: (message: AppToPlayer) => void; readonly close: () => void } {
  const origin = `${location.protocol}//draft-${draftId}.packs.${location.host}`;
  const player = new MessageChannel();
  const files = new MessageChannel();
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.className = 'draft-frame';
  // Its own host name makes `allow-same-origin` mean the draft's origin, never the console's (security.md 8.3).
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.src = `${origin}/__host/player.html`;
  const onReady = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== origin || event.data !== PLAYER_HOST_READY) return;
    window.removeEventListener('message', onReady);
    frame.contentWindow?.postMessage(PLAYER_PORT_MESSAGE, origin, [player.port2, files.port2]);
  };
  window.addEventListener('message', onReady);
  files.port1.onmessage = (event: MessageEvent<unknown>) => {
    const request = packFileRequestSchema.safeParse(event.data);
    if (request.success) void answer(draftId, types, request.data).then((reply) => { files.port1.postMessage(reply); });
  };
  player.port1.onmessage = (event: MessageEvent<unknown>) => {
    const message = playerToAppSchema.safeParse(event.data);
    if (message.success) onMessage(message.data);
  };
  container.append(frame);
  return {
    send: (message) => { player.port1.postMessage(message); },
    close: () => {
      window.removeEventListener('message', onReady);
      for (const port of [player.port1, files.port1]) port.close();
      frame.remove();
    },
  };
}

async function answer(draftId: string, types: ReadonlyMap<string, string>, { request, path, range }: PackFileRequest): Promise<PackFileReply> {
  const type = types.get(path) ?? (path.startsWith('__runtime/') ? typeOf(path) : undefined);
  if (type === undefined) return { request, status: 404 };
  const address = `/api/staff/packs/drafts/${draftId}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
  const headers = range === undefined ? undefined : { range: `bytes=${String(range.from)}-${String(range.to ?? '')}` };
  const response = await fetch(address, headers === undefined ? {} : { headers }).catch(() => undefined);
  if (response?.status === 416) return { request, status: 416 };
  if (response?.ok !== true) return { request, status: 404 };
  const body = await response.arrayBuffer();
  const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (from === undefined) return { request, status: 200, type, size: body.byteLength, body };
  return { request, status: 206, type, size: Number(size), from: Number(from), to: Number(to), body };
}

/** The type of a runtime pack's file, by the same table its list was made with. */
function typeOf(path: string): string | undefined {
  const ending = path.split('.').at(-1) ?? '';
  return ending in FILE_TYPES ? FILE_TYPES[ending as keyof typeof FILE_TYPES] : undefined;
}
