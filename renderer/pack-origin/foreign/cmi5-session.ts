import { z } from 'zod/mini';
import type { LrsAnswer, LrsRequest } from './content-host.ts';
import { contentAddress, withParameters } from './content-address.ts';
import { brokenRule, cmi5Claims, withStatement, type Cmi5Said, type MoveOn } from './cmi5-rules.ts';
import type { ForeignSession, SessionContext } from './foreign-session.ts';
import { answerDocument, documentsSchema } from './lrs-documents.ts';
import { knownVerb, statementSchema, type KnownVerb, type Statement } from './statement.ts';

const savedSchema = z.object({
  registration: z.string(),
  documents: documentsSchema,
  ever: z.array(z.string()),
});

const MOVE_ON: readonly MoveOn[] = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'];
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';

/**
 * Opens a cmi5 assignable unit: we are its launching system and its record store, all on this page. The unit is started
 * by its address (cmi5 8.1), finds `LMS.LaunchData` and its own documents, and its statements become claims. The actor is a
 * pseudonym that is the same for everybody: who learns is no business of the course.
 */
export function openCmi5Session(context: SessionContext): ForeignSession {
  const { start, state } = context;
  const saved = savedSchema.safeParse(state.read('lrs'));
  const registration = saved.success ? saved.data.registration : crypto.randomUUID();
  const documents = saved.success ? saved.data.documents : {};
  let said: Cmi5Said = { session: [], ever: saved.success ? (saved.data.ever as KnownVerb[]) : [] };
  const masteryScore = readShare(start.params['masteryScore']);
  const moveOn = MOVE_ON.find((rule) => rule === start.params['moveOn']) ?? 'CompletedOrPassed';
  const keep = (): void => { state.write('lrs', { registration, documents, ever: said.ever }); };
  const launch = launchData(start.params, crypto.randomUUID(), moveOn, masteryScore);
  const take = (statement: Statement): string | undefined => {
    const broken = brokenRule(statement, said, masteryScore);
    if (broken !== undefined) return broken;
    for (const claim of cmi5Claims(said, statement, moveOn, masteryScore)) context.claim(claim);
    said = withStatement(said, statement);
    keep();
    if (knownVerb(statement) === 'terminated') context.onEnded();
    return undefined;
  };
  const askLrs = (request: LrsRequest): LrsAnswer => {
    if (request.path === 'fetch') return json(200, { 'auth-token': 'b2ZmbGluZTpvZmZsaW5l' });
    if (request.path === 'about') return json(200, { version: ['1.0.3'] });
    if (request.path === 'statements') return answerStatements(request, take);
    if (request.path === 'activities/state' && request.query.get('stateId') === 'LMS.LaunchData') {
      return request.method === 'GET' ? json(200, launch) : { status: 403, body: 'LMS.LaunchData is for reading' };
    }
    const isState = request.path === 'activities/state';
    if (!isState && request.path !== 'agents/profile') return { status: 404 };
    const { answer, changed } = isState ? answerDocument(documents, 'state', 'stateId', request) : answerDocument(documents, 'profile', 'profileId', request);
    if (changed) keep();
    return answer;
  };
  return { address: launchAddress(start, registration), askLrs, stop: keep };
}

/** cmi5 8.1: the five parameters behind the unit's own. */
function launchAddress({ entry, params, activityId }: SessionContext['start'], registration: string): string {
  const query = new URLSearchParams({
    endpoint: `${location.origin}/__lrs`,
    fetch: `${location.origin}/__lrs/fetch`,
    actor: JSON.stringify({ objectType: 'Agent', account: { homePage: location.origin, name: 'learner' } }),
    registration,
    activityId: params['auId'] ?? `${location.origin}/${activityId}`,
  });
  return withParameters(withParameters(contentAddress(entry), params['parameters']), query.toString());
}

/** cmi5 10.2: what the unit reads before anything else. */
function launchData(params: Readonly<Record<string, string>>, sessionId: string, moveOn: MoveOn, masteryScore: number | undefined): object {
  return {
    contextTemplate: { extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': sessionId }, contextActivities: { category: [{ id: CATEGORY }] } },
    launchMode: 'Normal',
    launchMethod: params['launchMethod'] ?? 'AnyWindow',
    moveOn,
    ...(masteryScore === undefined ? {} : { masteryScore }),
    ...(params['launchParameters'] === undefined ? {} : { launchParameters: params['launchParameters'] }),
    ...(params['entitlementKey'] === undefined ? {} : { entitlementKey: { courseStructure: params['entitlementKey'] } }),
  };
}

/** PUT with its id in the query is answered with nothing, POST with the ids; GET knows none: what was said is not kept here. */
function answerStatements(request: LrsRequest, take: (statement: Statement) => string | undefined): LrsAnswer {
  if (request.method === 'GET') return json(200, { statements: [], more: '' });
  if (request.method !== 'PUT' && request.method !== 'POST') return { status: 405 };
  const ids: string[] = [];
  for (const each of parseStatements(request.body)) {
    const statement = statementSchema.safeParse(each);
    if (!statement.success) return { status: 400, body: 'Not a statement' };
    const broken = take(statement.data);
    if (broken !== undefined) return { status: 403, body: broken };
    ids.push(statement.data.id ?? request.query.get('statementId') ?? crypto.randomUUID());
  }
  if (ids.length === 0) return { status: 400, body: 'Not a statement' };
  return request.method === 'PUT' ? { status: 204 } : json(200, ids);
}

function parseStatements(body: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(body);
    return Array.isArray(value) ? value : [value];
  } catch {
    return [];
  }
}

function json(status: number, value: unknown): LrsAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

function readShare(written: string | undefined): number | undefined {
  const value = Number(written);
  return written === undefined || written === '' || !(value >= 0 && value <= 1) ? undefined : value;
}
