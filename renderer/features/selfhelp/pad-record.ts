import { z } from 'zod/mini';
import { checkInSchema, type CheckIn } from '#protocol/selfhelp/schema.ts';

/** Boxes come in steps of this many bytes, so that their length does not tell how much somebody wrote. */
const STEP = 256;
/** Nonce and tag of AES-256-GCM, which are in the box too. */
const SEAL_BYTES = 28;

/** What is inside a box at the gateway. */
const paddedSchema = z.object({ checkIn: checkInSchema, pad: z.string() });

/** Wraps a check-in so that its sealed JSON is a whole number of steps long. */
export function padRecord(checkIn: CheckIn): { readonly checkIn: CheckIn; readonly pad: string } {
  const bare = new TextEncoder().encode(JSON.stringify({ checkIn, pad: '' })).length + SEAL_BYTES;
  return { checkIn, pad: ' '.repeat((STEP - (bare % STEP)) % STEP) };
}

/** Reads what was opened; undefined when it is not one of ours. */
export function unpadRecord(opened: unknown): CheckIn | undefined {
  return paddedSchema.safeParse(opened).data?.checkIn;
}
