import { z } from 'zod/mini';
import { checkInSchema } from '#protocol/selfhelp/check-in.ts';
import { lineageSchema, type Lineage } from '#protocol/selfhelp/lineage.ts';
import { privateRecordSchema, type PrivateRecord } from '#protocol/selfhelp/private-record.ts';
import { padToSteps } from '../../private-records/pad-to-steps.ts';
import { asRecord } from './tables.ts';

/** What is inside a box at the gateway. */
const paddedSchema = z.object({ record: privateRecordSchema, lineage: z.optional(lineageSchema), pad: z.string() });
/** What the first release put into one. */
const firstPaddedSchema = z.object({ checkIn: checkInSchema, pad: z.string() });

/** A record and which versions of it this one comes after. */
export type SealedVersion = { readonly record: PrivateRecord; readonly lineage?: Lineage | undefined };

/** Wraps a record so that its sealed JSON is a whole number of steps long. */
export function padRecord(version: SealedVersion): SealedVersion & { readonly pad: string } {
  return padToSteps(version);
}

/** Reads what was opened; undefined when it is not one of ours, or of a kind that a later release made. */
export function unpadRecord(opened: unknown): SealedVersion | undefined {
  const first = firstPaddedSchema.safeParse(opened).data;
  if (first !== undefined) return { record: asRecord(first.checkIn) };
  const padded = paddedSchema.safeParse(opened).data;
  return padded === undefined ? undefined : { record: padded.record, lineage: padded.lineage };
}
