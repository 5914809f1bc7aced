import { Problem } from '../lib/problem.mts';

/** Somebody at the staff console, by its real HTTP API. */
export type StaffClient = {
  readonly get: <T>(path: string) => Promise<T>;
  readonly send: <T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown) => Promise<T>;
  readonly upload: <T>(path: string, bytes: Uint8Array) => Promise<T>;
};

/** A call that was refused, with the API's own code. */
export class Refused extends Problem {
  readonly code: string;
  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** A client with no session; the first call that signs in gives it one. `webUrl` without a slash at its end. */
export function createStaffClient(webUrl: string): StaffClient {
  let cookie = '';
  const call = async <T,>(method: string, path: string, type: string | undefined, body?: string | Blob): Promise<T> => {
    const headers = { origin: webUrl, cookie, ...(type === undefined ? {} : { 'content-type': type }) };
    const answer = await fetch(`${webUrl}/api/staff${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const value = (await answer.json()) as {
      readonly code?: string;
      readonly message?: string;
      readonly detail?: string;
    };
    if (!answer.ok)
      throw new Refused(
        value.code ?? '',
        `The gateway refused ${method} ${path}: ${value.message ?? ''} (${value.detail ?? value.code ?? ''})`,
      );
    return value as T;
  };
  return {
    get: (path) => call('GET', path, undefined),
    send: (method, path, body) =>
      call(
        method,
        path,
        body === undefined ? undefined : 'application/json',
        body === undefined ? undefined : JSON.stringify(body),
      ),
    upload: (path, bytes) => call('POST', path, 'application/octet-stream', new Blob([new Uint8Array(bytes)])),
  };
}
