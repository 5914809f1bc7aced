import { callApi } from '../../../../console/call-api.ts';
import { doneSchema } from '../../../../http/staff-api.ts';
import type { ChangedPassword, PasswordFollowed } from '../../../../staff/console/password-follower.ts';
import { sharingDeskSchema } from '../staff-api.ts';
import { openDeskKey, wrapDeskKey } from './desk-keys.ts';

/**
 * Wraps the caller's own key anew under their new password, in this browser, the only place where both are known; the key
 * itself stays, and with it all that it opens. A key that the password before does not open (an administrator had set that
 * one, or this step was cut off) is left as it is.
 */
export async function rewrapDeskKey({ current, next }: ChangedPassword): Promise<PasswordFollowed> {
  const desk = await callApi({ method: 'GET', path: '/sharing', reply: sharingDeskSchema });
  if (!desk.ok) return 'left';
  const { deskKey, staffId } = desk.value;
  if (deskKey === null) return 'none';
  const own = await openDeskKey(deskKey, current, staffId);
  if (own === undefined) return 'left';
  const kept = await callApi({ method: 'PUT', path: '/sharing/desk-key', reply: doneSchema, body: await wrapDeskKey(own, next, staffId) });
  return kept.ok ? 'followed' : 'left';
}
