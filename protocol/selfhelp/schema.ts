import { z } from 'zod/mini';

/** The six linked areas (domain.md 2.1; the lifestyle balance model: Davies, Elison, Ward and Laudet 2015, Substance Abuse Treatment, Prevention, and Policy 10:2). */
export const areas = ['situations', 'thoughts', 'emotions', 'body', 'behaviours', 'lifestyle'] as const;
export type Area = (typeof areas)[number];
export const areaSchema = z.enum(areas);

/** A day as the person sees it, `YYYY-MM-DD`, by the tablet's own calendar. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The person's own rating, 0 to 10. Never a measure: the screens say so. */
export const ratingSchema = z.int().check(z.gte(0), z.lte(10));

/** `save`: a `SaveRecord` (protocol/private-records). */
export const selfhelpOperations = { save: 'selfhelp.save' } as const;
/** Person stream: `StoredRecord`, id: recordId. */
export const selfhelpRecords = { stored: 'selfhelp.stored' } as const;
