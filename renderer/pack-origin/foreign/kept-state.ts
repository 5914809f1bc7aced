import { z } from 'zod/mini';
import { MAX_STATE_LENGTH } from '#protocol/shell/player.ts';

/** What an activity keeps, by who keeps it: SCORM's data model, cmi5's documents, H5P's answers, the page's own storage, a quiz's answers. */
export type StatePart = 'scorm' | 'lrs' | 'h5p' | 'storage' | 'answers';

/** The state of one activity as the app keeps it: one text, of which the app knows nothing. */
export type KeptState = {
  /** A part as it was last written, to be parsed by whoever wrote it; undefined when there is none. */
  readonly read: (part: StatePart) => unknown;
  /** Puts a part; it is kept within a second. A value that JSON cannot carry is a bug. */
  readonly write: (part: StatePart, value: unknown) => void;
  /** Keeps what is not kept yet, now. */
  readonly flush: () => void;
};

const envelopeSchema = z.object({ format: z.literal('throughline-state/1'), parts: z.record(z.string(), z.unknown()) });

/** At most one state a second goes to the app (protocol/shell/player.ts), so at most a second of work is lost (issue 2). */
const KEEP_EVERY = 1000;

/**
 * Makes the state of an activity from what the app kept; a text of another make is as none. `save` is given the whole
 * text, at once after a quiet second and else when the second is over. `now` is monotonic milliseconds. A state above
 * the limit is not saved: the one before stays, and the course was told by the store that grew.
 */
export function createKeptState(text: string | null, save: (text: string) => void, now: () => number): KeptState {
  const parts: Record<string, unknown> = readParts(text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let savedAt = -KEEP_EVERY;
  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    savedAt = now();
    const whole = JSON.stringify({ format: 'throughline-state/1', parts });
    if (whole.length <= MAX_STATE_LENGTH) save(whole);
  };
  return {
    read: (part) => parts[part],
    write: (part, value) => {
      parts[part] = value;
      // Never at once: a course sets many values in one go.
      timer ??= setTimeout(flush, Math.max(0, savedAt + KEEP_EVERY - now()));
    },
    flush,
  };
}

function readParts(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(text));
    return parsed.success ? { ...parsed.data.parts } : {};
  } catch {
    return {};
  }
}
