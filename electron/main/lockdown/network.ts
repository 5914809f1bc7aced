import { isRequestAllowed } from './is-request-allowed.ts';
import { heldIf, type Measure } from './measure.ts';

/** The discard port of this machine: whatever gets past the filter arrives nowhere. */
const BLACK_HOLE = 'socks5://127.0.0.1:9';

export const network: Measure = {
  name: 'network',
  why: 'A renderer with a network can send away what it shows and fetch what nobody approved (security.md 5 D).',
  apply: ({ app, eachSession }) => {
    // For requests that belong to no session of ours.
    app.commandLine.appendSwitch('proxy-server', BLACK_HOLE);
    app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
    eachSession((session, place) => {
      session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, answer) => {
        answer({ cancel: !isRequestAllowed(details.url, place) });
      });
      void session.setProxy({ proxyRules: BLACK_HOLE, proxyBypassRules: '<-loopback>' });
    });
  },
  check: async ({ session }) => {
    const routes = await Promise.all(ELSEWHERE.map((address) => session.resolveProxy(address)));
    const isBlackHole = routes.every((route) => route.includes('127.0.0.1:9') && !route.includes('DIRECT'));
    // By the Electron session's own filter: even with the black hole this would take its time to fail otherwise.
    const isRefused = await session.fetch('http://127.0.0.1:9/').then(
      () => false,
      (cause: unknown) => String(cause).includes('BLOCKED_BY_CLIENT'),
    );
    return heldIf(isBlackHole && isRefused);
  },
};

const ELSEWHERE = ['http://192.0.2.1/', 'https://example.org/', 'http://127.0.0.1/', 'http://localhost/'];
