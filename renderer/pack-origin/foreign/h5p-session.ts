import { z } from 'zod/mini';
import { contentAddress } from './content-address.ts';
import type { Claim, ForeignSession, SessionContext } from './foreign-session.ts';
import { knownVerb, marksOf, statementSchema, type Statement } from './statement.ts';

/** The runtime pack that plays H5P (PACK-33), and its page in the origin of whatever pack needs it. */
const RUNTIME_PAGE = '/__runtime/h5p-runtime/h5p/index.html';

/** Longest answers kept of one H5P activity, in characters of JSON. */
const MAX_ANSWERS_LENGTH = 120_000;

/** What the runtime's page tells us: a frame of its own, spoken to by messages alone (ADR 0020). */
const fromRuntimeSchema = z.union([
  z.object({ type: z.literal('h5p-ready') }),
  z.object({ type: z.literal('h5p-said'), statement: z.unknown(), isWhole: z.boolean() }),
  z.object({ type: z.literal('h5p-answers'), answers: z.string().check(z.maxLength(MAX_ANSWERS_LENGTH)) }),
]);

const savedSchema = z.object({ answers: z.string() });

/**
 * Opens an H5P activity in the runtime pack's page, which is told where the activity's folder lies and what was answered
 * before. What it says in xAPI's words becomes claims; its answers are kept as it hands them over.
 */
export function openH5pSession({ start, state, claim }: SessionContext): ForeignSession {
  const saved = savedSchema.safeParse(state.read('h5p'));
  const answers = saved.success ? saved.data.answers : null;
  const folder = contentAddress(start.entry.split('/').slice(0, -1).join('/'));
  return {
    address: RUNTIME_PAGE,
    onMessage: (data, reply) => {
      const message = fromRuntimeSchema.safeParse(data);
      if (!message.success) return;
      if (message.data.type === 'h5p-ready') reply({ type: 'h5p-open', folder, answers, language: start.language });
      if (message.data.type === 'h5p-answers') state.write('h5p', { answers: message.data.answers });
      if (message.data.type === 'h5p-said') {
        const statement = statementSchema.safeParse(message.data.statement);
        if (statement.success) for (const each of h5pClaims(statement.data, message.data.isWhole)) claim(each);
      }
    },
    stop: () => undefined,
  };
}

/**
 * What an H5P statement means. Only those about the whole activity count, for a part of one answers too. `answered` with
 * completion is a finished attempt (kolibri PR#13137); success is believed, and where H5P says neither, all marks pass.
 */
export function h5pClaims(statement: Statement, isWhole: boolean): readonly Claim[] {
  const verb = knownVerb(statement);
  if (!isWhole || (verb !== 'answered' && verb !== 'completed' && verb !== 'passed' && verb !== 'failed')) return [];
  const data = marksOf(statement);
  if (verb === 'passed' || verb === 'failed') return [{ verb, data }];
  const { success, completion } = statement.result ?? {};
  if (verb === 'answered' && completion !== true && data.score === undefined) return [];
  if (data.score === undefined || data.outOf === undefined) return [{ verb: 'completed', data: {} }];
  if (success !== undefined) return [{ verb: success ? 'passed' : 'failed', data }];
  return [{ verb: 'answered', data }];
}
