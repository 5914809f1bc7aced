import { openCmi5Session } from './cmi5-session.ts';
import { contentAddress, withParameters } from './content-address.ts';
import type { ForeignSession, SessionContext } from './foreign-session.ts';
import { openH5pSession } from './h5p-session.ts';

/** Opens an activity by its kind; the large run-times are loaded only when they are needed. */
export async function openSession(context: SessionContext): Promise<ForeignSession> {
  const { kind, entry, params } = context.start;
  if (kind === 'scorm12' || kind === 'scorm2004') return (await import('./scorm-session.ts')).openScormSession(context);
  if (kind === 'cmi5') return openCmi5Session(context);
  if (kind === 'h5p') return openH5pSession(context);
  return { address: withParameters(contentAddress(entry), params['parameters']), stop: () => undefined };
}
