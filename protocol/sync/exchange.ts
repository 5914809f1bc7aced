import { z } from 'zod/mini';
import { alertReceivedSchema, alertSchema, MAX_ALERTS } from '../alerts/schema.ts';
import { personIdSchema, timeSchema } from '../ids.ts';
import { changeSchema, sealedChangesSchema } from './change.ts';
import { answerSchema, sealedOperationSchema } from './operation.ts';

/** At most this many operations in one push; with 64 KiB, whichever is reached first (performance.md section 4). */
export const MAX_OPERATIONS_PER_PUSH = 50;
/** Bytes of sealed boxes in one push, unless a single operation is larger. */
export const MAX_PUSH_BYTES = 64 * 1024;
/** Changes in one page of a stream. */
export const MAX_CHANGES_PER_PAGE = 200;

/** Opaque to the tablet: "I have everything of this stream up to here", authenticated by the gateway (SPEC PULL-1). */
export const cursorSchema = z.string().check(z.maxLength(400));

/** What a tablet says about itself at each exchange (capability K5). */
export const tabletReportSchema = z.strictObject({
  appVersion: z.string().check(z.maxLength(40)),
  shell: z.enum(['kiosk', 'browser']),
  /** Per cent, or absent where there is no battery to read. */
  battery: z.optional(z.number().check(z.gte(0), z.lte(100))),
  charging: z.optional(z.boolean()),
  freeBytes: z.optional(z.number().check(z.gte(0))),
  /** Operations stored and not yet answered. */
  waiting: z.int().check(z.gte(0)),
  /** When the oldest of these was stored, by the tablet's clock; absent where nothing waits, and from older tablets. */
  oldestWaitingAt: z.optional(timeSchema),
  /** Lockdown measures and whether each passed its last check; the browser adapter reports those it lacks as absent. */
  measures: z.array(z.strictObject({ name: z.string().check(z.maxLength(60)), state: z.enum(['held', 'failed', 'absent']) })).check(z.maxLength(100)),
  /** Installed packs. */
  packs: z.array(z.strictObject({ packId: z.string().check(z.maxLength(63)), version: z.int() })).check(z.maxLength(500)),
  /** The signed list of packs it goes by; the gateway judges by its own clock whether that was stale (PACK-18). */
  release: z.optional(z.strictObject({ serial: z.int().check(z.gte(1)), issuedAt: timeSchema })),
});
export type TabletReport = z.infer<typeof tabletReportSchema>;

/** One audience's ordered changes: the tablet's own, or one of its people's. */
export const streamSchema = z.union([
  z.strictObject({ stream: z.literal('tablet'), cursor: z.nullable(cursorSchema) }),
  z.strictObject({ stream: z.literal('person'), personId: personIdSchema, cursor: z.nullable(cursorSchema) }),
]);
export type Stream = z.infer<typeof streamSchema>;

/** Push and pull in one call. */
export const exchangeRequestSchema = z.strictObject({
  protocol: z.int(),
  tabletTime: timeSchema,
  /** The `mark` of the newest reply this tablet has stored: which history of the gateway it knows (SPEC OUT-4). */
  mark: z.nullable(cursorSchema),
  operations: z.array(sealedOperationSchema).check(z.maxLength(MAX_OPERATIONS_PER_PUSH)),
  /** Calls for help, ahead of everything else (SPEC ALERT-2). Absent where there are none. */
  alerts: z.optional(z.array(alertSchema).check(z.maxLength(MAX_ALERTS))),
  streams: z.array(streamSchema).check(z.maxLength(9)),
  report: z.optional(tabletReportSchema),
});
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;

const pageFields = {
  /** `reset`: the cursor is unknown, too old or from before a restore; this is the first page of everything (PULL-5). */
  kind: z.enum(['changes', 'reset']),
  nextCursor: cursorSchema,
  /** More pages are waiting now. */
  more: z.boolean(),
};

/** The answer for one stream. A person's changes are sealed, the tablet's own are not. */
export const streamPageSchema = z.union([
  z.object({ stream: z.literal('tablet'), ...pageFields, changes: z.array(changeSchema) }),
  z.object({ stream: z.literal('person'), personId: personIdSchema, ...pageFields, sealed: z.nullable(sealedChangesSchema) }),
]);
export type StreamPage = z.infer<typeof streamPageSchema>;

export const exchangeReplySchema = z.object({
  serverTime: timeSchema,
  /** Opaque: this gateway's history up to now. Stored before the answers are. */
  mark: cursorSchema,
  /**
   * The request's mark is not of this history: the gateway was restored from an older copy, so every operation the
   * tablet still keeps must be pushed again, whatever was answered (SPEC OUT-4).
   */
  restored: z.boolean(),
  answers: z.array(answerSchema),
  /** One for each alert of the request. Absent from a gateway that knows none. */
  alerts: z.optional(z.array(alertReceivedSchema)),
  pages: z.array(streamPageSchema),
  /** Commits up to here are in a back-up; answered operations beyond it are kept by the tablet (SPEC OUT-4). */
  backedUpTo: z.int(),
  /** The gateway hands out the times (storm control, performance.md section 4). Milliseconds from now. */
  nextSyncAfter: z.int().check(z.gte(0)),
});
export type ExchangeReply = z.infer<typeof exchangeReplySchema>;

/** Why an exchange gave no reply. All but `revoked` and `not-enrolled` mean: keep everything, try again later. */
export type ExchangeFailure = {
  readonly code: 'unreachable' | 'not-enrolled' | 'revoked' | 'busy' | 'reply-invalid' | 'refused';
  /** Milliseconds the gateway asked to wait, where it said so. */
  readonly retryAfter?: number;
};
