import { fail, ok, type Result } from '#protocol/result.ts';

/** What is known of a code that somebody typed. */
export type KnownCode = {
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly usedWithSameKey: boolean;
};

/** Why a code is not taken. Each has its own word: honest people must not guess what went wrong. */
export type CodeFailure = { readonly code: 'code-unknown' | 'code-used' | 'code-expired' };

/**
 * Whether a code may be used now. `again` means: it was, by the same key; the first reply was lost on the way, so the
 * same answer is given and nothing happens twice (PUSH-3's rule for enrolment).
 */
export function judgeCode(known: KnownCode | undefined, now: number): Result<'first' | 'again', CodeFailure> {
  if (known === undefined) return fail({ code: 'code-unknown' });
  if (known.usedAt !== null) return known.usedWithSameKey ? ok('again') : fail({ code: 'code-used' });
  return now < known.expiresAt ? ok('first') : fail({ code: 'code-expired' });
}
