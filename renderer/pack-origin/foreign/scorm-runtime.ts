/** As much of scorm-again's API objects as we use. Its types name a default export that its files do not have. */
export type ScormRuntime = {
  readonly on: (listener: string, callback: () => void) => void;
  /** Before the course initialises: the data model without the leading `cmi`. */
  readonly loadFromJSON: (cmi: object) => void;
  readonly renderCMIToJSONObject: () => { readonly cmi: unknown };
  /** Time over all sessions, in the standard's own writing. */
  readonly cmi: { readonly getCurrentTotalTime: () => string };
};

type Settings = { readonly lmsCommitUrl: false; readonly autocommit: false; readonly logLevel: number; readonly mastery_override: boolean };
type RuntimeClass = new (settings: Settings) => ScormRuntime;

/** Nothing is sent anywhere: what the course commits is kept by us (content-packs.md 4). Level 5 of its log is silence. */
const SETTINGS: Settings = { lmsCommitUrl: false, autocommit: false, logLevel: 5, mastery_override: true };

/** SCORM 1.2's run-time, loaded when the first such course opens. */
export async function createScorm12(): Promise<ScormRuntime> {
  const { Scorm12API } = (await import('scorm-again/scorm12')) as unknown as { readonly Scorm12API: RuntimeClass };
  return new Scorm12API(SETTINGS);
}

/** SCORM 2004's run-time. */
export async function createScorm2004(): Promise<ScormRuntime> {
  const { Scorm2004API } = (await import('scorm-again/scorm2004')) as unknown as { readonly Scorm2004API: RuntimeClass };
  return new Scorm2004API(SETTINGS);
}
