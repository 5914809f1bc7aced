import type { Session } from 'electron';
import { bodyOf, type AppFile, type AppFiles } from './app-files.ts';
import { APP_HEADERS } from './page-headers.ts';

/**
 * What our two schemes may do. Not `corsEnabled` (it permits cross-origin reads), not `bypassCSP`, not
 * `allowServiceWorkers`, not `codeCache` (security.md 4.3).
 */
export const SCHEME_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true, stream: true } as const;

/** Serves the tablet's page at `app://tablet/` in one session. `files` may still be loading. */
export function serveApp(session: Session, files: Promise<AppFiles>, headers: Headers = APP_HEADERS): void {
  session.protocol.handle('app', async (request) => answerAppRequest(await files, request.method, request.url, headers));
}

type Headers = Readonly<Record<string, string>>;

/** The answer to one request: a file by its exact path, or "not found" with the same policy on it. */
export function answerAppRequest(files: AppFiles, method: string, address: string, headers: Headers = APP_HEADERS): Response {
  const file = method === 'GET' ? findAppFile(files, address) : undefined;
  if (file === undefined) {
    return new Response('Not found', { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' } });
  }
  return new Response(bodyOf(file), { status: 200, headers: { ...headers, 'Content-Type': file.type } });
}

/** A look-up in a map, never a path on the disk, so that `..`, `%2e` and their kind find nothing (security.md 5 C53). */
function findAppFile(files: AppFiles, address: string): AppFile | undefined {
  const url = new URL(address);
  if (url.host !== 'tablet' || url.username !== '' || url.password !== '') return undefined;
  return files.get(url.pathname === '/' ? '/index.html' : url.pathname);
}
