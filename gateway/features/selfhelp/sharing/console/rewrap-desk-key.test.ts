import { afterEach, beforeEach, expect, test } from 'vitest';
import { staffIdSchema } from '../../../../staff/staff-api.ts';
import type { DeskKey } from '../staff-api.ts';
import { deskKeyFollower } from './desk-key-follower.ts';
import { makeKey, openDeskKey, wrapDeskKey } from './desk-keys.ts';

const BEFORE = 'correct horse battery';
const AFTER = 'another horse battery';
const staffId = staffIdSchema.parse('00000000-0000-4000-8000-00000000000a');

/** The gateway of these tests: has a key of the caller's or none, and takes another if it is told to. */
const real = globalThis.fetch;
let here: DeskKey | null;
let taken: DeskKey[];
let isOpen: boolean;
let sent: string;

beforeEach(() => {
  here = null;
  taken = [];
  isOpen = true;
  sent = '';
  globalThis.fetch = async (_url, init) => {
    if (init?.method === 'GET') return Response.json({ role: 'keyworker', staffId, roleKey: null, deskKey: here, grant: null, waiting: [], shares: [] });
    if (!isOpen) throw new TypeError('no network');
    sent = init?.body as string;
    taken.push(JSON.parse(sent));
    return Response.json({ done: true });
  };
});
afterEach(() => {
  globalThis.fetch = real;
});

const follow = () => deskKeyFollower.follow({ current: BEFORE, next: AFTER });

test('the same key opens with the new password and no more with the one before, and neither password is sent', async () => {
  const own = await makeKey();
  here = await wrapDeskKey(own, BEFORE, staffId);
  expect(await follow()).toBe('followed');
  const [kept] = taken;
  if (kept === undefined) throw new Error('No key was put.');
  expect(await openDeskKey(kept, AFTER, staffId)).toEqual(own);
  expect(await openDeskKey(kept, BEFORE, staffId)).toBeUndefined();
  for (const password of [BEFORE, AFTER]) expect(sent).not.toContain(password);
});

test('a key that the password before does not open is left as it is', async () => {
  here = await wrapDeskKey(await makeKey(), 'the password of another day', staffId);
  expect(await follow()).toBe('left');
  expect(taken).toEqual([]);
});

test('a new wrap that the gateway does not get, or a desk that it does not show, leaves the key with the password before', async () => {
  here = await wrapDeskKey(await makeKey(), BEFORE, staffId);
  isOpen = false;
  expect(await follow()).toBe('left');
  globalThis.fetch = async () => { throw new TypeError('no network'); };
  expect(await follow()).toBe('left');
});

test('who has no key has none to follow', async () => {
  expect(await follow()).toBe('none');
  expect(taken).toEqual([]);
});
