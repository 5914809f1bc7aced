import { z } from 'zod/mini';

/** What is kept of a SCORM activity: its data model, its time so far, and whether the attempt is over. */
export const scormSavedSchema = z.object({
  cmi: z.record(z.string(), z.unknown()),
  total: z.string(),
  ended: z.boolean(),
});
/** What is kept of a SCORM activity. */
export type ScormSaved = z.infer<typeof scormSavedSchema>;

/** Longest data model that is kept with the course's own record of each answer; above it those are left out. */
const MAX_CMI_LENGTH = 180_000;

/** The data model as it is kept: whole, or without the answers where they made it too long. The bookmark always stays. */
export function fitCmi(cmi: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (JSON.stringify(cmi).length <= MAX_CMI_LENGTH) return cmi;
  const { interactions: _answers, ...rest } = cmi;
  return rest;
}

type Params = Readonly<Record<string, string>>;

/**
 * SCORM 1.2's data model to begin with. What was kept is always gone on from: many courses of that time never say
 * that they suspend.
 */
export function beginCmi12(saved: ScormSaved | undefined, params: Params, learnerName: string): object {
  const core = { ...objectOf(saved?.cmi['core']) };
  delete core['session_time'];
  return {
    ...saved?.cmi,
    core: {
      ...core,
      student_id: 'learner',
      student_name: learnerName,
      credit: 'credit',
      lesson_mode: 'normal',
      entry: saved === undefined ? 'ab-initio' : 'resume',
      exit: '',
      ...(saved === undefined ? {} : { total_time: saved.total }),
    },
    student_data: {
      ...objectOf(saved?.cmi['student_data']),
      ...given('mastery_score', params['masteryScore']),
      ...given('max_time_allowed', params['maxTimeAllowed']),
      ...given('time_limit_action', params['timeLimitAction']),
    },
    ...given('launch_data', params['launchData']),
  };
}

/**
 * SCORM 2004's data model to begin with. An attempt that the course itself ended with a result is over, and the next
 * begins anew; any other, also one that a power cut ended, goes on.
 */
export function beginCmi2004(saved: ScormSaved | undefined, params: Params, learnerName: string): object {
  const goesOn = saved !== undefined && !(saved.ended && hasResult(saved.cmi));
  const { session_time: _session, ...kept } = goesOn ? saved.cmi : {};
  return {
    ...kept,
    learner_id: 'learner',
    learner_name: learnerName,
    credit: 'credit',
    mode: 'normal',
    entry: goesOn ? 'resume' : 'ab-initio',
    exit: '',
    ...(goesOn ? { total_time: saved.total } : {}),
    ...given('scaled_passing_score', scaledPassMark(params['masteryScore'] ?? params['scaledPassingScore'])),
    ...given('completion_threshold', params['completionThreshold']),
    ...given('max_time_allowed', params['maxTimeAllowed']),
    ...given('time_limit_action', params['timeLimitAction']),
    ...given('launch_data', params['launchData']),
  };
}

function hasResult(cmi: Readonly<Record<string, unknown>>): boolean {
  return cmi['completion_status'] === 'completed' || cmi['success_status'] === 'passed' || cmi['success_status'] === 'failed';
}

/** A pass mark as SCORM 2004 wants it, -1 to 1; importers may hand on a 1.2-like percentage. */
function scaledPassMark(written: string | undefined): string | undefined {
  const value = Number(written);
  if (written === undefined || !Number.isFinite(value)) return undefined;
  return String(Math.abs(value) > 1 ? value / 100 : value);
}

function given(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
