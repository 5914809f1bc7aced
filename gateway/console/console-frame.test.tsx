import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { sessionSchema } from '../staff/staff-api.ts';
import { callApi } from './call-api.ts';
import { ConsoleFrame } from './console-frame.tsx';
import { consoleFeatures } from './features.ts';
import { startConsoleText } from './text/start-console-text.ts';

const session = sessionSchema.parse({
  staff: { staffId: '00000000-0000-4000-8000-000000000001', username: 'r.hale', name: 'Rowan Hale', role: 'moderator' },
  actions: ['messages.queue'],
  establishment: { name: 'HMP Marlow Hill' },
});
const real = globalThis.fetch;
let waiting = 0;

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));
beforeEach(() => {
  waiting = 3;
  globalThis.fetch = async (url, init) => {
    if (init?.method === 'POST') waiting -= 1;
    return Response.json((url as string).endsWith('/overview') ? { counts: [{ name: 'messages.held', count: waiting }] } : {});
  };
});
afterEach(() => {
  globalThis.fetch = real;
});

it('counts anew what waits as soon as something was decided at this desk, not at the next look', async () => {
  render(<ConsoleFrame session={session} onSignedOut={() => undefined} />);
  await screen.findByText('3', { selector: 'nav *' });
  await callApi({ method: 'POST', path: '/messages/1/decision', reply: z.object({}) });
  // The next look is twenty seconds away.
  await waitFor(() => { expect(screen.getByText('2', { selector: 'nav *' })).toBeDefined(); }, { timeout: 10_000 });
});
