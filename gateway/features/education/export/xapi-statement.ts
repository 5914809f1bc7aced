import type { ProgressEvent, ProgressVerb } from '#protocol/education/schema.ts';
import type { ItemKind, PackItem } from '#protocol/packs/manifest.ts';

/** xAPI needs addresses as names. `.invalid` never leads anywhere (RFC 2606), so no name of ours can be mistaken for a site. */
const HOME = 'https://throughline.invalid';

/** https://registry.tincanapi.com and https://w3id.org/xapi/adl: the verbs as their registries write them. */
const VERBS: Readonly<Record<ProgressVerb, { readonly id: string; readonly display: { readonly en: string } }>> = {
  opened: { id: 'http://adlnet.gov/expapi/verbs/initialized', display: { en: 'initialized' } },
  progressed: { id: 'http://adlnet.gov/expapi/verbs/progressed', display: { en: 'progressed' } },
  answered: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
  completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
  passed: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { en: 'passed' } },
  failed: { id: 'http://adlnet.gov/expapi/verbs/failed', display: { en: 'failed' } },
};

const TYPES: Readonly<Partial<Record<ItemKind, string>>> = {
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  quiz: 'http://adlnet.gov/expapi/activities/assessment',
  epub: 'http://id.tincanapi.com/activitytype/book',
  pdf: 'http://id.tincanapi.com/activitytype/document',
};
const OTHER_TYPE = 'http://adlnet.gov/expapi/activities/module';

/** Whom a statement is about: a pseudonym that is the same in every export of this gateway, or a name and number. */
export type StatementActor = { readonly account: string; readonly name: string | undefined };

/** The course a statement belongs to, as its signed manifest calls it; undefined parts where the edition is gone. */
export type StatementCourse = {
  readonly title: Readonly<Record<string, string>> | undefined;
  readonly item: Pick<PackItem, 'kind' | 'title'> | undefined;
};

/**
 * One progress event as an xAPI 1.0.3 statement (IEEE 9274.1 Part Two, Data). Its id is the event's, so that the same
 * export twice is known for the same. `timestamp` is the tablet's clock. Answers are left out: written work is read at
 * the desk, where each reading is recorded.
 */
export function buildStatement(event: ProgressEvent, actor: StatementActor, course: StatementCourse) {
  const result = resultOf(event);
  return {
    id: event.eventId,
    version: '1.0.3',
    actor: { objectType: 'Agent', ...(actor.name === undefined ? {} : { name: actor.name }), account: { homePage: `${HOME}/learners`, name: actor.account } },
    verb: VERBS[event.verb],
    object: activity(`${HOME}/activities/${event.activityId}`, course.item?.title, TYPES[course.item?.kind ?? 'lesson'] ?? OTHER_TYPE),
    ...(result === undefined ? {} : { result }),
    context: {
      platform: 'Throughline',
      contextActivities: { parent: [activity(`${HOME}/courses/${event.packId}`, course.title, 'http://adlnet.gov/expapi/activities/course')] },
      extensions: { [`${HOME}/extensions/edition`]: event.packVersion },
    },
    timestamp: new Date(event.at).toISOString(),
  };
}

/** One statement of an export. */
export type Statement = ReturnType<typeof buildStatement>;

function activity(id: string, name: Readonly<Record<string, string>> | undefined, type: string) {
  return { objectType: 'Activity', id, definition: { ...(name === undefined ? {} : { name }), type } };
}

function resultOf({ verb, data }: ProgressEvent) {
  const { score, outOf, passMark, seconds, share } = data;
  const raw = score === undefined || outOf === undefined ? undefined : Math.min(score, outOf);
  const success = verb === 'passed' ? true : verb === 'failed' ? false : verb === 'answered' && raw !== undefined && outOf !== undefined ? raw / outOf >= (passMark ?? 1) : undefined;
  const result = {
    ...(raw === undefined || outOf === undefined ? {} : { score: { scaled: raw / outOf, raw, min: 0, max: outOf } }),
    ...(success === undefined ? {} : { success }),
    ...(verb === 'completed' ? { completion: true } : {}),
    // ISO 8601, to the hundredth of a second as the standard asks readers to keep.
    ...(seconds === undefined ? {} : { duration: `PT${String(Math.round(seconds * 100) / 100)}S` }),
    ...(share === undefined ? {} : { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': Math.round(share * 100) } }),
  };
  return Object.keys(result).length === 0 ? undefined : result;
}
