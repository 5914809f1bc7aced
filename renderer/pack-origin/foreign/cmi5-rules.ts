import type { Claim } from './foreign-session.ts';
import { knownVerb, marksOf, type KnownVerb, type Statement } from './statement.ts';

/** What an assignable unit must do to be done with (cmi5 13.1.4); the importer hands it on. */
export type MoveOn = 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable';

/** A session as far as its statements have told: which of cmi5's own verbs were said in it, and in those before. */
export type Cmi5Said = { readonly session: readonly KnownVerb[]; readonly ever: readonly KnownVerb[] };

/** The rule a statement breaks, in words for whoever wrote the course; undefined when it may stand (cmi5 9.3, 9.5.1). */
export function brokenRule(statement: Statement, said: Cmi5Said, masteryScore: number | undefined): string | undefined {
  const verb = knownVerb(statement);
  const scaled = statement.result?.score?.scaled;
  if (said.session.includes('terminated')) return 'The session is terminated';
  if (verb !== 'initialized' && said.session.length === 0) return 'The session is not initialized';
  if (verb === 'other' || verb === 'answered') return undefined;
  if (said.session.includes(verb)) return `${verb} was said in this session`;
  if (verb === 'passed' && said.session.includes('failed')) return 'passed after failed in one session';
  if (verb === 'failed' && said.session.includes('passed')) return 'failed after passed in one session';
  if ((verb === 'completed' || verb === 'passed') && said.ever.includes(verb)) return `${verb} was said in this registration`;
  if (verb === 'passed' && masteryScore !== undefined && scaled !== undefined && scaled < masteryScore) return 'passed below the mastery score';
  if (verb === 'failed' && masteryScore !== undefined && scaled !== undefined && scaled >= masteryScore) return 'failed at or above the mastery score';
  return undefined;
}

/** What was said, with one more statement. */
export function withStatement(said: Cmi5Said, statement: Statement): Cmi5Said {
  const verb = knownVerb(statement);
  return { session: [...said.session, verb], ever: said.ever.includes(verb) ? said.ever : [...said.ever, verb] };
}

/** True when the unit is done with, by all that was ever said in this registration. */
export function isMovedOn(ever: readonly KnownVerb[], moveOn: MoveOn): boolean {
  const completed = ever.includes('completed');
  const passed = ever.includes('passed');
  switch (moveOn) {
    case 'Passed':
      return passed;
    case 'Completed':
      return completed;
    case 'CompletedAndPassed':
      return completed && passed;
    case 'CompletedOrPassed':
      return completed || passed;
    case 'NotApplicable':
      return true;
  }
}

/**
 * What there is to claim after a statement. `passed` and `completed` are claimed when the unit is done with by its own
 * rule, so that one which must be passed does not count by being looked at; `failed` is always told.
 */
export function cmi5Claims(before: Cmi5Said, statement: Statement, moveOn: MoveOn, masteryScore: number | undefined): readonly Claim[] {
  const after = withStatement(before, statement);
  const verb = knownVerb(statement);
  const marks = marksOf(statement);
  const data = marks.score === undefined || masteryScore === undefined ? marks : { ...marks, passMark: masteryScore };
  if (verb === 'failed') return [{ verb: 'failed', data }];
  if (verb === 'initialized') return moveOn === 'NotApplicable' && !before.ever.includes('initialized') ? [{ verb: 'completed', data: {} }] : [];
  if (verb !== 'completed' && verb !== 'passed') return [];
  if (!isMovedOn(after.ever, moveOn)) return [{ verb: 'progressed', data: {} }];
  if (verb === 'passed') return [{ verb: 'passed', data }];
  return [{ verb: after.ever.includes('passed') ? 'passed' : 'completed', data }];
}
