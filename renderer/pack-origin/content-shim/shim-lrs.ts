import type { ContentHost, LrsAnswer, LrsRequest } from '../foreign/content-host.ts';
import { replace } from './replace.ts';

/** Where a course's record store answers, in every pack's origin (PACK-11). */
const LRS = '/__lrs/';

/** Lets the host page answer what a course asks of `/__lrs/`, by `fetch` and by `XMLHttpRequest`. All else goes its way. */
export function shimLrs(window: Window & typeof globalThis, host: ContentHost): void {
  const realFetch = window.fetch.bind(window);
  replace(window, 'fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const address = lrsAddress(window, input instanceof Request ? input.url : String(input));
    if (address === undefined) return realFetch(input, init);
    const request = new Request(input, init);
    const answer = host.askLrs(lrsRequest(request.method, address, Object.fromEntries(request.headers), await request.text()));
    return new Response(answer.body ?? null, { status: answer.status, headers: { ...answer.headers } });
  });
  replace(window, 'XMLHttpRequest', createXhr(window, host));
}

/** The address when it is one of the record store's, below this very origin. */
function lrsAddress(window: Window, written: string): URL | undefined {
  const address = new URL(written, window.document.baseURI);
  return address.origin === window.location.origin && address.pathname.startsWith(LRS) ? address : undefined;
}

function lrsRequest(method: string, address: URL, headers: Readonly<Record<string, string>>, body: string): LrsRequest {
  const path = address.pathname.slice(LRS.length).replace(/^\/+|\/+$/g, '');
  return { method: method.toUpperCase(), path, query: address.searchParams, headers, body };
}

type Asked = { readonly method: string; readonly address: URL; readonly headers: Record<string, string>; readonly isAsync: boolean };

/** The browser's own class, which answers from the host page when it was opened for the record store. */
function createXhr(window: Window & typeof globalThis, host: ContentHost): typeof XMLHttpRequest {
  return class extends window.XMLHttpRequest {
    #asked: Asked | undefined;
    override open(method: string, url: string | URL, isAsync = true, ...more: (string | null | undefined)[]): void {
      const address = lrsAddress(window, String(url));
      this.#asked = address === undefined ? undefined : { method, address, headers: {}, isAsync };
      if (address === undefined) super.open(method, url, isAsync, ...more);
    }
    override setRequestHeader(name: string, value: string): void {
      if (this.#asked === undefined) super.setRequestHeader(name, value);
      else this.#asked.headers[name.toLowerCase()] = value;
    }
    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      if (this.#asked === undefined) { super.send(body); return; }
      const { method, address, headers, isAsync } = this.#asked;
      // A course's documents and statements are text.
      const text = typeof body === 'string' || body instanceof URLSearchParams ? String(body) : '';
      const answer = host.askLrs(lrsRequest(method, address, headers, text));
      if (isAsync) setTimeout(() => { showAnswer(this, answer); }, 0);
      else showAnswer(this, answer);
    }
  };
}

/** Makes a request look answered, and says so as a browser does. */
function showAnswer(xhr: XMLHttpRequest, { status, headers = {}, body = '' }: LrsAnswer): void {
  const response: unknown = xhr.responseType === 'json' ? JSON.parse(body === '' ? 'null' : body) : body;
  const shown = { readyState: 4, status, statusText: '', responseText: body, response };
  for (const [name, value] of Object.entries(shown)) replace(xhr, name, value);
  replace(xhr, 'getResponseHeader', (name: string) => headers[name.toLowerCase()] ?? null);
  replace(xhr, 'getAllResponseHeaders', () => Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join(''));
  for (const event of ['readystatechange', 'load', 'loadend']) xhr.dispatchEvent(new Event(event));
}
