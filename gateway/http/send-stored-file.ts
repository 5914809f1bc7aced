import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorReply } from './error-replies.ts';
import { parseRange } from './parse-range.ts';
import type { StaffFile } from './staff-route.ts';

/** Sends a file, or the one range of it that was asked for (RFC 9110, 14), as bytes of no type. */
export function sendStoredFile(request: FastifyRequest, reply: FastifyReply, { path, bytes }: StaffFile): FastifyReply {
  const range = parseRange(request.headers.range, bytes);
  if (range === 'unsatisfiable') {
    const { status, body } = errorReply({ code: 'range-refused' });
    return reply
      .code(status)
      .header('content-range', `bytes */${String(bytes)}`)
      .send(body);
  }
  const { from, to } = range ?? { from: 0, to: bytes - 1 };
  reply.headers({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'accept-ranges': 'bytes',
    'content-length': String(to - from + 1),
  });
  if (range !== undefined)
    reply.code(206).header('content-range', `bytes ${String(from)}-${String(to)}/${String(bytes)}`);
  return reply.send(bytes === 0 ? '' : createReadStream(path, { start: from, end: to }));
}
