import { fail, ok, type Result } from '#protocol/result.ts';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { sendFile } from '../../../console/send-file.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { draftsSchema, PART_BYTES, partReplySchema, uploadSchema, type Upload } from '../../drafts/staff-api.ts';
import { type DroppedFile, nameOfDropped } from './dropped-files.ts';

/** How far an upload is. `waiting`: the gateway does not answer, and it is tried again. */
export type UploadProgress = { readonly sent: number; readonly total: number; readonly waiting: boolean };

type Sending = {
  readonly files: readonly DroppedFile[];
  readonly onProgress: (progress: UploadProgress) => void;
  readonly signal: AbortSignal;
};

/** Pauses between tries while the gateway does not answer, in milliseconds; the last goes on for ever. */
const PAUSES = [1000, 2000, 5000, 10_000];

/**
 * Sends what was dropped, part by part, and says that it is whole. The same files dropped again, after a reload or a
 * cut, go on where they were. Returns the draft's id.
 */
export async function sendUpload(sending: Sending): Promise<Result<string, CallFailure>> {
  const upload = await beginOrResume(sending.files);
  if (!upload.ok) return upload;
  const { draftId, files } = upload.value;
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let sent = files.reduce((sum, file) => sum + file.received, 0);
  for (const [position, { received, bytes }] of files.entries()) {
    for (let offset = received; offset < bytes; ) {
      const from = sent;
      const say = (part: number, waiting: boolean) => { sending.onProgress({ sent: from + part, total, waiting }); };
      const part = await sendPart(sending, { draftId, position, offset }, say);
      if (!part.ok) return part;
      sent += part.value - offset;
      offset = part.value;
    }
  }
  const done = await callApi({ method: 'POST', path: `/packs/uploads/${draftId}/done`, reply: doneSchema });
  return done.ok ? ok(draftId) : done;
}

async function beginOrResume(files: readonly DroppedFile[]): Promise<Result<Upload, CallFailure>> {
  const announced = files.map(({ path, file }) => ({ path, bytes: file.size }));
  const name = nameOfDropped(files);
  const drafts = await callApi({ method: 'GET', path: '/packs/drafts', reply: draftsSchema });
  for (const draft of drafts.ok ? drafts.value.drafts : []) {
    if (!draft.mine || draft.state !== 'uploading' || draft.name !== name) continue;
    const begun = await callApi({ method: 'GET', path: `/packs/uploads/${draft.draftId}`, reply: uploadSchema });
    if (begun.ok && isSame(begun.value.files, announced)) return begun;
  }
  return callApi({ method: 'POST', path: '/packs/uploads', reply: uploadSchema, body: { name, files: announced } });
}

function isSame(begun: Upload['files'], announced: readonly { readonly path: string; readonly bytes: number }[]): boolean {
  return begun.length === announced.length && begun.every(({ path, bytes }, at) => announced[at]?.path === path && announced[at].bytes === bytes);
}

/** Sends one part, again and again until the gateway has answered; returns where the file stands now. */
async function sendPart(
  { files, signal }: Sending,
  { draftId, position, offset }: { readonly draftId: string; readonly position: number; readonly offset: number },
  say: (bytes: number, waiting: boolean) => void,
): Promise<Result<number, CallFailure>> {
  const bytes = files[position]?.file.slice(offset, offset + PART_BYTES) ?? new Blob();
  for (let tries = 0; ; tries += 1) {
    const answer = await sendFile({
      method: 'PATCH',
      path: `/packs/uploads/${draftId}/${String(position)}?offset=${String(offset)}`,
      file: bytes,
      reply: partReplySchema,
      signal,
      onProgress: (fraction) => { say(bytes.size * fraction, false); },
    });
    if (answer.ok) return ok(answer.value.received);
    // Another window, or a try whose answer was lost, brought it further: from there, then.
    if (answer.error.code === 'offset-wrong' && Number(answer.error.detail) > offset) return ok(Number(answer.error.detail));
    if (!['offline', 'busy', 'upload-busy', 'slow-request', 'reply-invalid'].includes(answer.error.code)) return answer;
    say(0, true);
    await pause(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0, signal);
    if (signal.aborted) return fail({ code: 'stopped' });
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
