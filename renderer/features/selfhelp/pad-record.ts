import { z } from 'zod/mini';
import { checkInSchema, type CheckIn } from '#protocol/selfhelp/schema.ts';
import { padToSteps } from '../../private-records/pad-to-steps.ts';

/** What is inside a box at the gateway. */
const paddedSchema = z.object({ checkIn: checkInSchema, pad: z.string() });

/** Wraps a check-in so that its sealed JSON is a whole number of steps long. */
export function padRecord(checkIn: CheckIn): { readonly checkIn: CheckIn; readonly pad: string } {
  return padToSteps({ checkIn });
}

/** Reads what was opened; undefined when it is not one of ours. */
export function unpadRecord(opened: unknown): CheckIn | undefined {
  return paddedSchema.safeParse(opened).data?.checkIn;
}
