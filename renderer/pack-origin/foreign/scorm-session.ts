import { contentAddress, withParameters } from './content-address.ts';
import type { ForeignSession, SessionContext } from './foreign-session.ts';
import { claimsOf, readOutcome12, readOutcome2004, type ScormOutcome } from './scorm-outcome.ts';
import { createScorm12, createScorm2004, type ScormRuntime } from './scorm-runtime.ts';
import { beginCmi12, beginCmi2004, fitCmi, scormSavedSchema } from './scorm-saved.ts';

/** Where SCORM says a course looks for its API, going up from its own window. */
type ApiPlace = 'API' | 'API_1484_11';

type Flavour = {
  readonly place: ApiPlace;
  readonly createRuntime: () => Promise<ScormRuntime>;
  readonly begin: typeof beginCmi12;
  readonly readOutcome: (cmi: unknown) => ScormOutcome;
  readonly events: { readonly set: string; readonly commit: string; readonly end: string };
};

const SCORM12: Flavour = {
  place: 'API',
  createRuntime: createScorm12,
  begin: beginCmi12,
  readOutcome: readOutcome12,
  events: { set: 'LMSSetValue', commit: 'LMSCommit', end: 'LMSFinish' },
};
const SCORM2004: Flavour = {
  place: 'API_1484_11',
  createRuntime: createScorm2004,
  begin: beginCmi2004,
  readOutcome: readOutcome2004,
  events: { set: 'SetValue', commit: 'Commit', end: 'Terminate' },
};

/**
 * Opens a SCORM 1.2 or 2004 activity: its run-time, filled with what was kept, stands in our window before the frame
 * goes anywhere (openedx-scorm-xblock PR#78). Every value the course sets is kept within a second, whether it commits
 * or not: tablets lose power (content-packs.md 7).
 */
export async function openScormSession(context: SessionContext): Promise<ForeignSession> {
  const flavour = context.start.kind === 'scorm12' ? SCORM12 : SCORM2004;
  const runtime = await flavour.createRuntime();
  const saved = scormSavedSchema.safeParse(context.state.read('scorm'));
  runtime.loadFromJSON(flavour.begin(saved.success ? saved.data : undefined, context.start.params, context.learnerName));
  let said = flavour.readOutcome(runtime.renderCMIToJSONObject().cmi);
  let settling: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const settle = (): void => {
    clearTimeout(settling);
    settling = undefined;
    const cmi = { ...(runtime.renderCMIToJSONObject().cmi as object) };
    context.state.write('scorm', { cmi: fitCmi(cmi), total: runtime.cmi.getCurrentTotalTime(), ended });
    const now = flavour.readOutcome(cmi);
    for (const claim of claimsOf(said, now)) context.claim(claim);
    said = now;
  };
  // A course sets status and score one after the other: what it means stands when it has had its say.
  const settleSoon = (): void => { settling ??= setTimeout(settle, 0); };
  runtime.on(flavour.events.set, settleSoon);
  runtime.on(flavour.events.commit, settleSoon);
  runtime.on(flavour.events.end, () => {
    ended = !isSuspended(runtime.renderCMIToJSONObject().cmi);
    settle();
    context.onEnded();
  });
  Object.assign(window, { [flavour.place]: runtime });
  return {
    address: withParameters(contentAddress(context.start.entry), context.start.params['parameters']),
    stop: () => { if (settling !== undefined) settle(); },
  };
}

function isSuspended(cmi: unknown): boolean {
  return typeof cmi === 'object' && cmi !== null && 'exit' in cmi && cmi.exit === 'suspend';
}
