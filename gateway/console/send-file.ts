import type { z } from 'zod/mini';
import { fail, type Result } from '#protocol/result.ts';
import { readReply, type CallFailure } from './call-api.ts';

/** A file on its way to the gateway. */
export type Upload<Reply> = {
  readonly method?: 'POST' | 'PUT' | 'PATCH';
  /** Below `/api/staff`. */
  readonly path: string;
  readonly file: Blob;
  readonly reply: z.ZodMiniType<Reply>;
  /** Told how much has gone, as a fraction of 0 to 1. */
  readonly onProgress: (fraction: number) => void;
  /** Stops the upload; the answer is then `stopped`. */
  readonly signal: AbortSignal;
};

/** Sends one file; XMLHttpRequest, because fetch cannot say how far an upload has come. The reply is parsed like any other. */
export async function sendFile<Reply>({ method = 'POST', path, file, reply, onProgress, signal }: Upload<Reply>): Promise<Result<Reply, CallFailure>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const stop = () => { request.abort(); };
    const answer = (result: Result<Reply, CallFailure>) => {
      signal.removeEventListener('abort', stop);
      resolve(result);
    };
    request.upload.addEventListener('progress', (event) => { onProgress(event.lengthComputable && event.total > 0 ? event.loaded / event.total : 0); });
    request.addEventListener('load', () => { answer(readReply(request.status, parseJson(request.responseText), reply)); });
    request.addEventListener('error', () => { answer(fail({ code: 'offline' })); });
    request.addEventListener('abort', () => { answer(fail({ code: 'stopped' })); });
    signal.addEventListener('abort', stop);
    request.open(method, `/api/staff${path}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.send(file);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
