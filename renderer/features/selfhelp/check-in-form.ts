import { z } from 'zod/mini';
import { ratingSchema } from '#protocol/selfhelp/schema.ts';
import { dayParts, helpedAnswers, responses, triggers, type CheckIn, type Response, type Trigger } from '#protocol/selfhelp/check-in.ts';

/** Longest note, in Unicode code points; the schema counts UTF-16 halves up to 2000. */
export const NOTE_LIMIT = 1000;

/** The form as it is being filled in, and as it is kept until it is saved. */
export const checkInFormSchema = z.strictObject({
  mood: z.nullable(z.literal([1, 2, 3, 4, 5])),
  craving: z.nullable(ratingSchema),
  sleep: z.nullable(z.number()),
  triggers: z.readonly(z.array(z.enum(triggers))),
  strongest: z.nullable(z.enum(dayParts)),
  responses: z.readonly(z.array(z.enum(responses))),
  helped: z.nullable(z.enum(helpedAnswers)),
  used: z.nullable(z.boolean()),
  note: z.string(),
});
export type CheckInForm = Readonly<z.infer<typeof checkInFormSchema>>;

export const EMPTY_CHECK_IN: CheckInForm = { mood: null, craving: null, sleep: null, triggers: [], strongest: null, responses: [], helped: null, used: null, note: '' };

/** The form of a page that was saved before. */
export function fillFrom(checkIn: CheckIn): CheckInForm {
  const { craving, sleep, note } = checkIn;
  const mood = ([1, 2, 3, 4, 5] as const).find((step) => step === checkIn.mood) ?? null;
  return {
    mood, craving, sleep, note,
    triggers: checkIn.triggers,
    responses: checkIn.responses,
    strongest: checkIn.strongest ?? null,
    helped: checkIn.helped ?? null,
    used: checkIn.used ?? null,
  };
}

/**
 * The check-in a form makes, or undefined while something is missing or too long. `now` in milliseconds. Answers to
 * questions that are not asked any more are left out: above all about use, once the person switched that question off.
 */
export function finishCheckIn(form: CheckInForm, day: string, now: number, asksUse: boolean): CheckIn | undefined {
  const note = form.note.trim();
  if (form.mood === null || form.craving === null || [...note].length > NOTE_LIMIT) return undefined;
  const { mood, craving, sleep, strongest, helped, used } = form;
  return {
    day, at: now, mood, craving, sleep, note,
    triggers: [...form.triggers],
    responses: [...form.responses],
    ...(strongest === null || craving === 0 ? {} : { strongest }),
    ...(helped === null || !didSomething(form) ? {} : { helped }),
    ...(used === null || !asksUse ? {} : { used }),
  };
}

/** Whether the form says that something was done, so that it is asked whether it helped. */
export function didSomething({ responses: done }: Pick<CheckInForm, 'responses'>): boolean {
  return done.some((response) => response !== 'nothing');
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
