import { z } from 'zod/mini';
import { messageIdSchema, timeSchema } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import type { MessageRecord } from './schema.ts';

/**
 * Where an appeal against a stop is. `open`: it may be asked for. `waiting`: written, and still on this tablet (the
 * tablet's own state, as a message has one). `asked`: the prison has it. `refused`: the prison could not take it.
 */
export const appealStates = ['open', 'waiting', 'asked', 'upheld', 'overturned', 'refused'] as const;
export type AppealState = (typeof appealStates)[number];

/** What the second person answers, and what it means for the stop. Free text alone never suffices (domain.md 3.3). */
export const appealAnswers = {
  /** The reason was right. */
  'reason-stands': 'upheld',
  /** The reason was right; the writer can change the words and send them again. Only for reasons that are fixable. */
  'can-be-mended': 'upheld',
  /** The reason does not fit what was written. */
  'reason-not-fitting': 'overturned',
  /** What stood in the way is no longer so. */
  'settled-since': 'overturned',
} as const satisfies Record<string, 'upheld' | 'overturned'>;
export type AppealAnswer = keyof typeof appealAnswers;

/** The codes as a tuple, for schemas. */
export const appealAnswerCodes = Object.keys(appealAnswers) as [AppealAnswer, ...AppealAnswer[]];

/** Longest remark of the writer, in UTF-16 units; as long as staff's own. */
export const MAX_APPEAL_WORDS = 500;

/** What the writer says about the stop: plain text of a few lines, without control and invisible characters. */
const appealWordsSchema = z.string().check(z.minLength(1), z.maxLength(MAX_APPEAL_WORDS), z.regex(/^(?:[^\p{Cc}\p{Cf}]|[\n\t\u200c-\u200f])+$/u));

/** Operation `messaging.appeal`: the writer of a stopped message asks that somebody else looks at it, once. */
export const askAppealSchema = z.strictObject({ messageId: messageIdSchema, words: z.nullable(appealWordsSchema) });
export type AskAppeal = z.infer<typeof askAppealSchema>;

/** Record `messaging.appeal`, by messageId: made by the gateway when it stops an outgoing message. Gateway's times. */
export const appealRecordSchema = z.object({
  messageId: messageIdSchema,
  state: z.enum(appealStates),
  /** The writer is told that they may ask until then. */
  openUntil: timeSchema,
  /** What the writer added. */
  words: z.nullable(z.string().check(z.maxLength(MAX_APPEAL_WORDS))),
  askedAt: z.nullable(timeSchema),
  /** An answer is due by then (the policy's working days, from the moment it was asked). */
  answerBy: z.nullable(timeSchema),
  answeredAt: z.nullable(timeSchema),
  answer: z.nullable(z.enum(appealAnswerCodes)),
  /** What the person who answered wrote for the writer. */
  remark: z.nullable(z.string().check(z.maxLength(500))),
});
export type AppealRecord = z.infer<typeof appealRecordSchema>;

/** What can happen to an appeal. */
export type AppealEvent = 'write' | 'ask' | 'refuse' | 'uphold' | 'overturn' | 'reopen';

/**
 * The only moves there are. `write` is the tablet's; the gateway goes from `open` straight to `asked`. `reopen`: the
 * message was called back and stopped once more, which may be asked about anew.
 */
const MOVES: Readonly<Record<AppealState, Readonly<Partial<Record<AppealEvent, AppealState>>>>> = {
  open: { write: 'waiting', ask: 'asked' },
  waiting: { ask: 'asked', refuse: 'refused' },
  asked: { uphold: 'upheld', overturn: 'overturned' },
  upheld: {},
  overturned: { reopen: 'open' },
  refused: {},
};

/** The state after an event, or `move-not-allowed`. */
export function nextAppealState(state: AppealState, event: AppealEvent): Result<AppealState, { readonly code: 'move-not-allowed' }> {
  const next = MOVES[state][event];
  return next === undefined ? fail({ code: 'move-not-allowed' }) : ok(next);
}

/** Why nobody can be asked to look again. Each has a sentence on the screen. */
export type AppealFault = { readonly code: 'appeal-not-stopped' | 'appeal-made' | 'appeal-too-late' };

/** What an appeal is judged by. `now` in milliseconds, the judging side's clock; `lateBy` how much later is still taken. */
export type AppealFacts = {
  readonly message: Pick<MessageRecord, 'direction' | 'state'>;
  readonly appeal: Pick<AppealRecord, 'state' | 'openUntil'>;
  readonly now: number;
  readonly lateBy: number;
};

/** Judges whether the writer may ask now: an own message that is stopped, once, and not too long after the stop. */
export function checkAppeal({ message, appeal, now, lateBy }: AppealFacts): Result<void, AppealFault> {
  if (message.direction !== 'out' || message.state !== 'stopped') return fail({ code: 'appeal-not-stopped' });
  if (!nextAppealState(appeal.state, 'ask').ok || appeal.state === 'waiting') return fail({ code: 'appeal-made' });
  return now > appeal.openUntil + lateBy ? fail({ code: 'appeal-too-late' }) : ok(undefined);
}
