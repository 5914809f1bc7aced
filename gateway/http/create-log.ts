import Fastify, { type FastifyBaseLogger } from 'fastify';

/** Where log lines go; one JSON object a line. */
export type LogStream = { readonly write: (line: string) => void };

/**
 * The gateway's log (pino, by way of Fastify). An error is written with its kind, code and place, but not with the
 * fields a database hangs on it: those may hold values, and values may be somebody's words.
 */
export function createLog(stream: LogStream, level: 'info' | 'warn' | 'silent' = 'info'): FastifyBaseLogger {
  return Fastify({ logger: { level, stream, serializers: { err: describe } } }).log;
}

function describe(error: Error): {
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly stack: string;
} {
  return {
    type: error.name,
    code: 'code' in error ? String(error.code) : '',
    message: error.message.split('\n')[0] ?? '',
    stack: (error.stack ?? '').split('\n').slice(1, 8).join('\n'),
  };
}
