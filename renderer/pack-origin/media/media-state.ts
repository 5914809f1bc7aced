import { z } from 'zod/mini';

const seconds = z.number().check(z.gte(0), z.lte(1_000_000));

/** What a lesson keeps of its sounds and films, by path: where they stopped, and what was played. */
export const mediaStateSchema = z.record(
  z.string().check(z.maxLength(240)),
  z.object({ at: seconds, played: z.array(z.tuple([seconds, seconds])).check(z.maxLength(500)) }),
);
/** What a lesson keeps of its sounds and films. */
export type MediaState = z.infer<typeof mediaStateSchema>;

/** Reads what was kept; anything else is a fresh beginning. */
export function readMediaState(kept: string | null): MediaState {
  try {
    return mediaStateSchema.safeParse(JSON.parse(kept ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}
