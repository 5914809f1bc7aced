import { render, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { consoleFeatures } from '../../../console/features.ts';
import { startConsoleText } from '../../../console/text/start-console-text.ts';
import { queueItemSchema } from '../staff-api.ts';
import { QueueList } from './queue-list.tsx';

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));

it('a waiting message says what language it seems to be in, or that nobody can tell', () => {
  const item = (id: string, language: 'pl' | null) => queueItemSchema.parse({
    messageId: `00000000-0000-4000-8000-00000000000${id}`,
    direction: 'out',
    state: 'held',
    receivedAt: 1,
    person: { personId: '00000000-0000-4000-8000-00000000000a', prisonerNumber: 'A1234BC', name: 'Sam Reed', wing: 'A wing' },
    contact: { contactId: '00000000-0000-4000-8000-00000000000b', name: 'Mum', relationship: 'mother' },
    characters: 5,
    flags: [],
    language,
    heldFor: 'policy',
    desk: null,
    claim: null,
    proposal: null,
  });
  render(<QueueList queue={{ items: [item('1', 'pl'), item('2', null)], held: 2, oldestReceivedAt: 1 }} openId={undefined} onOpen={undefined} />);
  expect(screen.getByText(/From a prisoner · Polish · A wing/)).toBeTruthy();
  expect(screen.getByText(/From a prisoner · Not known · A wing/)).toBeTruthy();
});
