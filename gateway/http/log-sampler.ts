import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** One in this many unremarkable requests is written down: logging each cost 41 % of the throughput (performance.md 2.4). */
const ONE_IN = 100;

/**
 * What is logged of requests: failures of ours always, the rest by sample; the route's pattern, status and time.
 * Never an address, a body, a header or a name.
 */
export class LogSampler extends LogController {
  #seen = 0;

  override incomingRequest(): void {
    // The answer says all that the request would.
  }

  override requestCompleted(_error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    this.#seen += 1;
    const failed = reply.statusCode >= 500;
    if (!failed && this.#seen % ONE_IN !== 0) return;
    const line = {
      route: request.routeOptions.url ?? 'none',
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (failed) request.log.warn(line, 'answered');
    else request.log.info(line, 'answered');
  }

  override routeNotFound(): void {
    // A wrong address may hold anything; it is counted with the rest.
  }

  override defaultErrorLog(): void {
    // The error handler logs what is a bug, with the route and without the request.
  }
}
