import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { fail, ok } from '#protocol/result.ts';
import { signedInPerson, type PersonHere } from '../../../tests/support/signed-in-person.ts';
import { useSession } from '../../session/session-store.ts';
import { forgetDraft, loadDraft } from './actions.ts';
import { selfhelpData } from './data.ts';
import { useKeptDraft } from './use-kept-draft.ts';

let here: PersonHere;
beforeEach(async () => {
  here = await signedInPerson({ selfhelp: selfhelpData });
  useSession.setState({ session: { state: 'signed-in', person: here.person } });
});

const kept = () => loadDraft(here.database, 'words');
async function open() {
  const hook = renderHook(() => useKeptDraft<string>({ key: 'words', schema: z.string(), start: () => '' }));
  await waitFor(() => { expect(hook.result.current.state).toBe('saved'); });
  return hook;
}

it('what was given last is on the disk when flushing resolves, also when a write is under way', async () => {
  const { result } = await open();
  act(() => { result.current.change('one'); });
  const first = result.current.flush();
  act(() => { result.current.change('two'); });
  void first;
  await act(() => result.current.flush());
  expect(await kept()).toBe('two');
  act(() => { result.current.change('three'); });
  void result.current.flush();
  // Nothing is left to write, but the write under way is waited for.
  await act(() => result.current.flush());
  expect(await kept()).toBe('three');
});

it('what could not become a record stays a draft, with the last letters', async () => {
  const { result } = await open();
  act(() => { result.current.change('all of it'); });
  await act(() => result.current.become(async () => fail({ code: 'storage-full' })));
  await waitFor(async () => { expect(await kept()).toBe('all of it'); });
});

it('what became a record is not written again behind it', async () => {
  const { result, unmount } = await open();
  act(() => { result.current.change('all of it'); });
  await act(() => result.current.become(async () => {
    await forgetDraft({ database: here.database, outbox: here.person.outbox }, 'words');
    return ok(null);
  }));
  unmount();
  // Whatever leaving began is stored before this is.
  await forgetDraft({ database: here.database, outbox: here.person.outbox }, 'another');
  expect(await kept()).toBeUndefined();
});
