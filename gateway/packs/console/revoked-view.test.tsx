import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { consoleFeatures } from '../../console/features.ts';
import { startConsoleText } from '../../console/text/start-console-text.ts';
import type { Session } from '../../staff/staff-api.ts';
import type { Revocation } from '../staff-api.ts';
import { RevokedView } from './revoked-view.tsx';

const real = globalThis.fetch;
const ID = '01999999-0000-7000-8000-000000000001';
let lift: Revocation['lift'];
let sent: { readonly method: string; readonly path: string; readonly body: unknown }[];
const session = (...actions: readonly string[]) => ({ actions }) as unknown as Session;
const revocation = () => ({ kind: 'pack', packId: 'food-safety', version: 2, revocationId: ID, reason: 'A wrong number', revokedAt: 1, revokedBy: 'Tomos Aske', lift });

beforeAll(async () => {
  // A dialog's code comes with the first question; here it is waited for before.
  await import('../../../renderer/ui/confirm-dialog.tsx');
  await startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words));
}, 60_000);
beforeEach(() => {
  lift = null;
  sent = [];
  globalThis.fetch = async (url, init) => {
    const method = init?.method ?? 'GET';
    if (method !== 'GET') sent.push({ method, path: (url as string).replace('/api/staff/revocations/', ''), body: init?.body === undefined ? undefined : JSON.parse(init.body as string) });
    return Response.json(method === 'GET' ? { revocations: [revocation()] } : { done: true });
  };
});
afterEach(() => { globalThis.fetch = real; });

it('asks to let something in again with its reason, and says when the reason is none', async () => {
  render(<RevokedView views={null} session={session('packs.ask-unrevoke')} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Ask to let it in again' }));
  const dialog = await screen.findByRole('alertdialog');
  const confirm = within(dialog).getByRole('button', { name: 'Ask to let it in again' });
  fireEvent.change(within(dialog).getByLabelText(/^Why it may come in again/), { target: { value: ' a ' } });
  fireEvent.click(confirm);
  expect(within(dialog).getByText(/in 3 letters or more/)).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(within(dialog).getByLabelText(/^Why it may come in again/), { target: { value: 'It was right' } });
  fireEvent.click(confirm);
  await waitFor(() => { expect(sent).toEqual([{ method: 'POST', path: `${ID}/lift`, body: { reason: 'It was right' } }]); });
});

it('lets another person agree, and whoever asked only take it back', async () => {
  lift = { reason: 'It was right', askedAt: 1, askedBy: 'Nia Rees', mine: true };
  const { unmount } = render(<RevokedView views={null} session={session('packs.ask-unrevoke', 'packs.unrevoke')} />);
  expect(await screen.findByRole('button', { name: 'No longer ask' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Let it in again' })).toBeNull();
  unmount();
  lift = { ...lift, mine: false };
  render(<RevokedView views={null} session={session('packs.ask-unrevoke', 'packs.unrevoke')} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Let it in again' }));
  fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Let it in again' }));
  await waitFor(() => { expect(sent).toEqual([{ method: 'POST', path: `${ID}/lift/agree`, body: undefined }]); });
});
