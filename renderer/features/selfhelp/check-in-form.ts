import { responses, triggers, type CheckIn, type Response, type Trigger } from '#protocol/selfhelp/schema.ts';

/** Longest note, in Unicode code points; the schema counts UTF-16 halves up to 2000. */
export const NOTE_LIMIT = 1000;

/** The form as it is being filled in. */
export type CheckInForm = {
  readonly mood: 1 | 2 | 3 | 4 | 5 | null;
  readonly craving: number | null;
  readonly sleep: number | null;
  readonly triggers: readonly Trigger[];
  readonly responses: readonly Response[];
  readonly note: string;
};

export const EMPTY_CHECK_IN: CheckInForm = { mood: null, craving: null, sleep: null, triggers: [], responses: [], note: '' };

/** The form of a page that was saved before. */
export function fillFrom(checkIn: CheckIn): CheckInForm {
  const { craving, sleep, note } = checkIn;
  const mood = ([1, 2, 3, 4, 5] as const).find((step) => step === checkIn.mood) ?? null;
  return { mood, craving, sleep, triggers: checkIn.triggers, responses: checkIn.responses, note };
}

/** The check-in a form makes, or undefined while something is missing or too long. `now` in milliseconds. */
export function finishCheckIn(form: CheckInForm, day: string, now: number): CheckIn | undefined {
  const note = form.note.trim();
  if (form.mood === null || form.craving === null || [...note].length > NOTE_LIMIT) return undefined;
  return { day, at: now, mood: form.mood, craving: form.craving, sleep: form.sleep, triggers: [...form.triggers], responses: [...form.responses], note };
}

/**
 * "Nothing" and something exclude each other: what was picked last counts. Takes what was picked before and now,
 * returns what stands.
 */
export function pickTriggers(before: readonly Trigger[], picked: readonly string[]): readonly Trigger[] {
  return withoutContradiction(triggers.filter((trigger) => picked.includes(trigger)), before);
}

/** The same for what one did. */
export function pickResponses(before: readonly Response[], picked: readonly string[]): readonly Response[] {
  return withoutContradiction(responses.filter((response) => picked.includes(response)), before);
}

function withoutContradiction<Choice extends string>(now: readonly (Choice | 'nothing')[], before: readonly string[]): readonly (Choice | 'nothing')[] {
  if (!now.includes('nothing') || now.length === 1) return now;
  return before.includes('nothing') ? now.filter((choice) => choice !== 'nothing') : ['nothing'];
}
