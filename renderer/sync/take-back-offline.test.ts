import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fail, ok } from '#protocol/result.ts';
import type { ExchangeRequest } from '#protocol/sync/exchange.ts';
import { signedInPerson } from '../../tests/support/signed-in-person.ts';
import { createDexieSyncStore } from './dexie-sync-store.ts';
import { createSyncRunner } from './run-sync.ts';

it('OUT-5 with nobody answering, what was written can be taken back as often as the line was tried', async () => {
  const here = await signedInPerson({});
  const asked: ExchangeRequest[] = [];
  let reachable = false;
  const runner = createSyncRunner({
    store: createDexieSyncStore(here.tablet),
    shell: {
      exchange: async (request) => {
        asked.push(request);
        if (!reachable) return fail({ code: 'unreachable' });
        const answers = request.operations.map(({ id }) => ({ id, answer: 'accepted' as const, receipt: 'ABCD-2346', commit: 1, at: 1 }));
        return ok({ serverTime: 1, mark: 'mark', restored: false, answers, pages: [], backedUpTo: 0, nextSyncAfter: 3_600_000 });
      },
    },
    clock: () => 1,
    random: () => 0,
    report: async () => undefined,
    applyTabletChange: async () => [],
    catchUp: async () => undefined,
    showStatus: () => undefined,
    onTurnedAway: () => undefined,
    pause: (_milliseconds, wake) => new Promise((resolve) => { wake.addEventListener('abort', () => { resolve(); }, { once: true }); }),
  });
  const write = () => here.person.outbox.recordIntention({ writes: [], operations: [{ kind: 'messaging.send', payload: {} }] });
  const stored = await write();
  runner.start();
  await waitFor(() => { expect(asked).toHaveLength(1); });
  runner.nudge();
  await waitFor(() => { expect(asked).toHaveLength(2); });
  expect(asked.flatMap(({ operations }) => operations)).toEqual([]);
  expect((await here.person.outbox.withdraw(stored.ok ? stored.value.operationIds[0]! : '', [])).ok).toBe(true);

  await write();
  reachable = true;
  runner.nudge();
  await waitFor(async () => { expect((await here.database.dexie.table('outbox').where('waiting').equals(1).count())).toBe(0); });
  await runner.stop();
});
