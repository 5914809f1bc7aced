import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { FastifyServerFactory } from 'fastify';
import { errorReply } from './error-replies.ts';
import { placeOf } from './host-names.ts';
import { type HeaderContext, securityHeaders } from './security-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type WebDoorOptions = {
  /** Names besides this machine's own that the door answers to. */
  readonly names: readonly string[];
  /** Answers for pack origins: an application of its own, so that no staff route can be reached under such a name. */
  readonly packs: Handler;
  readonly headers: HeaderContext;
};

/**
 * One listening socket, told apart by the Host header before any route is looked at: the app, the packs' origins,
 * and everything else, which is refused (DNS rebinding).
 */
export function webDoorFactory(options: WebDoorOptions): FastifyServerFactory {
  return (handler, serverOptions) => {
    const dispatch: RequestListener = (request, response) => {
      const place = placeOf(request.headers.host, options.names);
      if (place.kind === 'app') handler(request, response);
      else if (place.kind === 'pack') options.packs(request, response);
      else refuseHost(response, options.headers);
    };
    const server = createServer({ ...(serverOptions['http'] as object | undefined) }, dispatch);
    server.requestTimeout = Number(serverOptions['requestTimeout'] ?? 0);
    server.keepAliveTimeout = Number(serverOptions['keepAliveTimeout'] ?? 75_000);
    return server;
  };
}

function refuseHost(response: ServerResponse, headers: HeaderContext): void {
  const { status, body } = errorReply({ code: 'host-refused' });
  response.writeHead(status, {
    ...securityHeaders('api', headers),
    'content-type': 'application/json; charset=utf-8',
    connection: 'close',
  });
  response.end(JSON.stringify(body));
}
