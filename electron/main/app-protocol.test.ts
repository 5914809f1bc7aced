import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppFiles } from './app-files.ts';
import { answerAppRequest } from './app-protocol.ts';

const FILES: AppFiles = new Map([
  ['/index.html', { body: new TextEncoder().encode('<p>page'), type: 'text/html; charset=utf-8' }],
]);

describe('answerAppRequest', () => {
  it('answers a known path with its type and the policy', async () => {
    const answer = answerAppRequest(FILES, 'GET', 'app://tablet/index.html');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<p>page');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox allow-scripts');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    'app://other/index.html',
    'app://tablet/..%2f..%2fetc/passwd',
    'app://tablet/%2e%2e/etc/passwd',
    'app://tablet//etc/passwd',
    'app://tablet/index.html%00',
    'app://tablet/INDEX.HTML',
    'app://user@tablet/index.html',
    `app://tablet/${'a'.repeat(5000)}`,
  ])('answers %s with "not found" and the same policy', (url) => {
    const answer = answerAppRequest(FILES, 'GET', url);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE'])('answers no %s', (method) => {
    expect(answerAppRequest(FILES, method, 'app://tablet/index.html').status).toBe(404);
  });

  it('never answers anything but the file for any path', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const answer = answerAppRequest(FILES, 'GET', `app://tablet${path}`);
        const isPage = ['/', '/index.html'].includes(new URL(`app://tablet${path}`).pathname);
        expect(answer.status).toBe(isPage ? 200 : 404);
      }),
    );
  });
});
